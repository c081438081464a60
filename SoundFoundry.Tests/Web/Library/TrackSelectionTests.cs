using SoundFoundry.Web.Library;

namespace SoundFoundry.Tests.Web.Library;

public sealed class TrackSelectionTests
{
    private static readonly long[] Order = [50, 40, 30, 20, 10];

    [Theory]
    [InlineData(40, 20)]
    [InlineData(20, 40)]
    public void A_range_reaches_from_the_one_touched_last_to_this_one_whichever_is_first(long first, long second)
    {
        var selection = new TrackSelection();
        selection.Toggle(first);
        selection.Extend(second, Order);

        selection.In(Order).ShouldBe([40, 30, 20]);
    }

    [Fact]
    public void A_range_to_a_chosen_one_is_taken_off()
    {
        var selection = new TrackSelection();
        selection.Choose(Order);
        selection.Toggle(40);
        selection.Extend(20, Order);

        selection.In(Order).ShouldBe([50, 10]);
    }

    [Fact]
    public void A_range_from_nowhere_is_the_one_alone()
    {
        var selection = new TrackSelection();
        selection.Extend(30, Order);

        selection.In(Order).ShouldBe([30]);
    }
}
