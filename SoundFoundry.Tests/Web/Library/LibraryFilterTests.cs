using SoundFoundry.Web.Api;
using SoundFoundry.Web.Library;

namespace SoundFoundry.Tests.Web.Library;

public sealed class LibraryFilterTests
{
    [Fact]
    public void What_is_asked_for_is_read_back_from_its_address_the_same()
    {
        var filter = new LibraryFilter
        {
            Q = "rain & thunder", Status = JobStatus.Complete, Favorite = true, Vocals = false, Provider = "fal", Tag = "lo-fi", Sort = "title",
        };

        LibraryFilter.Parse(filter.ToQuery()).ShouldBe(filter);
    }

    [Fact]
    public void A_plain_library_has_a_plain_address() => new LibraryFilter().ToQuery().ShouldBe("");

    [Theory]
    [InlineData("?status=BROKEN&sort=upwards&vocals=maybe&q=%20&tag=")]
    [InlineData("?status=77")]
    [InlineData(null)]
    public void What_an_address_cannot_mean_is_as_if_it_were_not_there(string? query) =>
        LibraryFilter.Parse(query).ShouldBe(new LibraryFilter());

    [Fact]
    public void An_order_alone_leaves_nothing_out()
    {
        new LibraryFilter { Sort = "title" }.Narrows.ShouldBeFalse();
        new LibraryFilter { Q = "rain" }.Narrows.ShouldBeTrue();
    }
}
