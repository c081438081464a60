using SoundFoundry.Core.Storage;

namespace SoundFoundry.Tests.Core.Storage;

public sealed class RenderKeyTests
{
    [Fact]
    public void The_keys_of_renders_tell_who_wrote_them()
    {
        RenderKey.Of(AudioKey.For(1, 2, 3, 4, "wav")).ShouldBe(new RenderKey(1, 2, 3, 4, null));
        RenderKey.Of(AudioKey.ForLate(1, 2, 3, 5, "mp3")).ShouldBe(new RenderKey(1, 2, 3, null, 5));
    }

    [Theory]
    [InlineData("users/1/tracks/2/cover.png")]
    [InlineData("users/1/tracks/2/3-4")]
    [InlineData("users/1/tracks/2/3-4.wav.part")]
    [InlineData("users/1/tracks/2/3-late-.wav")]
    [InlineData("users/1/tracks/2/99999999999999999999-4.wav")]
    [InlineData("users/1/tracks/2/3-4.wav\n")]
    [InlineData("tmp/3-4.wav")]
    public void No_other_key_is_taken_for_one(string key) => RenderKey.Of(key).ShouldBeNull();
}
