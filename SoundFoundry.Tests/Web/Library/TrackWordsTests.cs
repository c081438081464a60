using SoundFoundry.Web.Library;

namespace SoundFoundry.Tests.Web.Library;

public sealed class TrackWordsTests
{
    [Theory]
    [InlineData(5, "0:05")]
    [InlineData(59.98, "1:00")]
    [InlineData(240, "4:00")]
    [InlineData(3_599.9, "1:00:00")]
    [InlineData(90_061, "25:01:01")]
    public void Lengths_read_like_a_clock(double seconds, string words) => TrackWords.Length(seconds).ShouldBe(words);
}
