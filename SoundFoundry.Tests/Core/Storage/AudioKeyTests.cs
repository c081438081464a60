using SoundFoundry.Core.Storage;

namespace SoundFoundry.Tests.Core.Storage;

public sealed class AudioKeyTests
{
    [Fact]
    public void A_key_tells_whose_audio_it_is_and_which_claim_wrote_it()
    {
        AudioKey.For(userId: 3, trackId: 7, jobId: 9, fence: 2, "wav").ShouldBe("users/3/tracks/7/9-2.wav");
        AudioKey.For(3, 7, 9, 2, "wav").ShouldStartWith(AudioKey.TrackPrefix(3, 7));
        AudioKey.TrackPrefix(3, 7).ShouldStartWith(AudioKey.UserPrefix(3));
    }

    [Theory]
    [InlineData("wav/../../x")]
    [InlineData("WAV")]
    [InlineData("wav\"")]
    public void An_extension_cannot_smuggle_anything_into_a_key(string extension) =>
        Should.Throw<ArgumentException>(() => AudioKey.For(1, 2, 3, 4, extension));

    [Fact]
    public void A_key_has_an_end() => AudioKey.IsValid("users/" + new string('a', 600)).ShouldBeFalse();

    [Theory]
    [InlineData("users/1/a.wav", "audio/wav")]
    [InlineData("users/1/a.mp3", "audio/mpeg")]
    [InlineData("users/1/a.html", "application/octet-stream")]
    [InlineData("users/1/a.svg", "application/octet-stream")]
    [InlineData("users/1/a", "application/octet-stream")]
    public void Nothing_is_served_as_what_a_browser_would_run(string key, string type) => AudioKey.ContentType(key).ShouldBe(type);
}
