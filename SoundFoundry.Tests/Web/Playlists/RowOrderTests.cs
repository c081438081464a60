using SoundFoundry.Web.Library;
using SoundFoundry.Web.Playlists;

namespace SoundFoundry.Tests.Web.Playlists;

public sealed class RowOrderTests
{
    private readonly TrackWindow _window = new(null!, new TrackRows(), null!);

    public RowOrderTests() => _window.Take([10, 20, 30]);

    [Fact]
    public void A_grabbed_row_goes_step_by_step_and_back_to_where_it_was()
    {
        var order = new RowOrder(_window);
        order.Grab(10);
        order.Step("ArrowDown").ShouldBeTrue();
        order.Step("End").ShouldBeTrue();
        order.Step("ArrowDown").ShouldBeFalse();
        _window.Ids.ShouldBe([20, 30, 10]);

        order.PutBack();

        _window.Ids.ShouldBe([10, 20, 30]);
        order.Grabbed.ShouldBeNull();
    }

    [Fact]
    public void A_grabbed_row_that_is_taken_out_of_the_list_is_grabbed_no_longer()
    {
        var order = new RowOrder(_window);
        order.Grab(20);

        _window.Remove(new HashSet<long> { 20 });

        order.Grabbed.ShouldBeNull();
        order.Grab(30);
        order.Step("Home").ShouldBeTrue();
        _window.Ids.ShouldBe([30, 10]);
    }

    [Fact]
    public void A_row_whose_place_is_gone_is_put_back_at_the_end()
    {
        var order = new RowOrder(_window);
        order.Grab(30);
        order.Step("Home").ShouldBeTrue();
        _window.Remove(new HashSet<long> { 10, 20 });

        order.PutBack();

        _window.Ids.ShouldBe([30]);
    }
}
