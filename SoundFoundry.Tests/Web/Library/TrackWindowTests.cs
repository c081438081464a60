using SoundFoundry.Web.Library;

namespace SoundFoundry.Tests.Web.Library;

public sealed class TrackWindowTests
{
    [Theory]
    [InlineData(1, new long[] { 20, 10, 30 })]
    [InlineData(-1, new long[] { 10, 20, 30 })]
    [InlineData(99, new long[] { 20, 30, 10 })]
    public void A_track_moves_to_a_place_and_never_beyond_an_end(int to, long[] order)
    {
        var window = new TrackWindow(null!, new TrackRows(), null!);
        window.Take([10, 20, 30]);

        window.Move(10, to).ShouldBeTrue();

        window.Ids.ShouldBe(order);
    }

    [Fact]
    public void A_track_that_left_the_list_moves_nothing()
    {
        var window = new TrackWindow(null!, new TrackRows(), null!);
        window.Take([10, 20, 30]);

        window.Move(40, 0).ShouldBeFalse();

        window.Ids.ShouldBe([10, 20, 30]);
    }
}
