using SoundFoundry.Core.Storage;

namespace SoundFoundry.Tests.Core.Storage;

public sealed class DownloadNameTests
{
    [Theory]
    [InlineData("Rain on tin.wav", "Rain on tin.wav")]
    [InlineData("日本の雨 🌧️.wav", "日本の雨 🌧️.wav")]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("a\\b:c*d?e<f>g|h\"i", "a_b_c_d_e_f_g_h_i")]
    [InlineData("a\r\nX-Evil: 1", "aX-Evil_ 1")]
    [InlineData("song\u202Egnp.exe", "songgnp.exe")]
    [InlineData("tab\tand\u00A0space", "taband space")]
    [InlineData(" . ", "track")]
    [InlineData("\0\u0001", "track")]
    public void Any_title_becomes_a_safe_file_name(string title, string name) => DownloadName.Clean(title).ShouldBe(name);

    [Fact]
    public void Half_a_character_is_replaced() => DownloadName.Clean("half \uD83C end").ShouldBe("half _ end");

    [Fact]
    public void A_long_title_is_cut_between_characters()
    {
        var name = DownloadName.Clean("a" + string.Concat(Enumerable.Repeat("🌧", 200)));
        name.Length.ShouldBeLessThanOrEqualTo(122);
        char.IsHighSurrogate(name[^1]).ShouldBeFalse();
    }

    [Fact]
    public void Old_readers_get_plain_ASCII_and_new_ones_the_true_name() =>
        DownloadName.Disposition("Regen über.wav")
            .ShouldBe("attachment; filename=\"Regen _ber.wav\"; filename*=UTF-8''Regen%20%C3%BCber.wav");
}
