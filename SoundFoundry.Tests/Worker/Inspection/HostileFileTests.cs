using System.Net;
using System.Net.Sockets;
using System.Text;
using SoundFoundry.Worker.Inspection;

namespace SoundFoundry.Tests.Worker.Inspection;

public sealed class HostileFileTests(AudioFiles files) : IClassFixture<AudioFiles>
{
    private static readonly byte[] Second = new byte[44_100 * 2];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public Task An_empty_file_is_refused() => RefusedAsync(files.Write("wav"), "not audio");

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>502 Bad Gateway</body></html>")]
    [InlineData("{\"detail\": \"not found\"}")]
    [InlineData("#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n")]
    [InlineData("ffconcat version 1.0\nfile /etc/passwd\n")]
    [InlineData("RIFF....AVI LIST....")]
    [InlineData("[playlist]\nFile1=http://127.0.0.1/\n")]
    public async Task What_only_calls_itself_audio_is_refused(string content)
    {
        foreach (var extension in (string[])["wav", "mp3", "m3u8"])
            await RefusedAsync(files.Write(extension, Encoding.ASCII.GetBytes(content)), "not audio");
    }

    [Fact]
    public async Task A_playlist_behind_the_first_bytes_of_mp3_opens_no_connection()
    {
        using var bait = new TcpListener(IPAddress.Loopback, 0);
        bait.Start();
        var playlist = $"ID3\u0004\0\0\0\0\0\0\n#EXTM3U\n#EXTINF:10,\nhttp://{bait.LocalEndpoint}/a.ts\n#EXT-X-ENDLIST\n";

        await RefusedAsync(files.Write("mp3", Encoding.ASCII.GetBytes(playlist)), "damaged");
        bait.Pending().ShouldBeFalse();
    }

    [Fact]
    public Task A_file_shorter_than_it_says_is_refused() =>
        RefusedAsync(files.Write("wav", WavBytes.Header(1, 1, 44_100, 16, 3_000_000_000), Second), "shorter");

    [Fact]
    public async Task A_length_the_writer_did_not_know_is_measured()
    {
        var path = files.Write("wav", WavBytes.Header(1, 1, 44_100, 16, uint.MaxValue), Second);
        (await AudioInspector.InspectAsync(path, Cancelled)).DurationSeconds.ShouldBe(1);
    }

    [Fact]
    public async Task Chunks_around_the_samples_are_skipped()
    {
        var path = files.Write(
            "wav", WavBytes.Chunk("RIFF", 0), "WAVE"u8.ToArray(), WavBytes.Chunk("LIST", 5), new byte[6], WavBytes.Format(1, 1, 44_100, 16),
            WavBytes.Chunk("data", (uint)Second.Length), Second, WavBytes.Chunk("LIST", 4), new byte[4]);
        (await AudioInspector.InspectAsync(path, Cancelled)).DurationSeconds.ShouldBe(1);
    }

    [Theory]
    [InlineData(1, 0, 44_100, 16)]
    [InlineData(1, 300, 44_100, 16)]
    [InlineData(1, 2, 0, 16)]
    [InlineData(1, 2, -1, 16)]
    [InlineData(1, 2, 2_000_000_000, 16)]
    [InlineData(1, 2, 44_100, 12)]
    [InlineData(2, 2, 44_100, 16)]
    public Task A_format_we_do_not_read_is_refused(int tag, int channels, int sampleRate, int bits) =>
        RefusedAsync(files.Write("wav", WavBytes.Header(tag, channels, sampleRate, bits, (uint)Second.Length), Second), "WAV");

    [Fact]
    public async Task A_header_cut_anywhere_is_refused()
    {
        var header = WavBytes.Header(1, 1, 44_100, 16, (uint)Second.Length);
        for (var length = 0; length < header.Length; length++)
            await Should.ThrowAsync<InvalidDataException>(
                () => AudioInspector.InspectAsync(files.Write("wav", header[..length]), Cancelled));
        await RefusedAsync(files.Write("wav", header), "shorter");
    }

    [Fact]
    public async Task A_chunk_of_a_huge_declared_size_is_refused() =>
        await RefusedAsync(
            files.Write("wav", WavBytes.Chunk("RIFF", 0), "WAVE"u8.ToArray(), WavBytes.Chunk("junk", uint.MaxValue), Second), "no samples");

    [Fact]
    public async Task Samples_that_are_no_numbers_are_refused() =>
        await RefusedAsync(files.Write("wav", WavBytes.Header(3, 1, 44_100, 32, 4), BitConverter.GetBytes(float.NaN)), "no numbers");

    [Theory]
    [InlineData("flac")]
    [InlineData("mp3")]
    public async Task A_small_file_that_unpacks_to_hours_is_refused(string extension)
    {
        var path = await files.MakeAsync("anullsrc=channel_layout=mono:sample_rate=8000:duration=5400", extension);
        new FileInfo(path).Length.ShouldBeLessThan(8_000_000);
        await RefusedAsync(path, "longer than 20 minutes");
    }

    [Theory]
    [InlineData("flac")]
    [InlineData("m4a")]
    public async Task Damage_inside_a_compressed_file_is_refused(string extension)
    {
        var bytes = await File.ReadAllBytesAsync(await files.MakeAsync("anoisesrc=duration=2:seed=1", extension), Cancelled);
        for (var i = bytes.Length / 3; i < bytes.Length * 2 / 3; i++) bytes[i] = 0x5A;
        await RefusedAsync(files.Write(extension, bytes), "damaged");
    }

    [Fact]
    public async Task Stopping_the_worker_stops_the_decoder()
    {
        var path = await files.MakeAsync("anoisesrc=duration=600:seed=1", "flac");
        using var stop = new CancellationTokenSource();
        var inspection = AudioInspector.InspectAsync(path, stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => inspection);
    }

    private static async Task RefusedAsync(string path, string why) =>
        (await Should.ThrowAsync<InvalidDataException>(() => AudioInspector.InspectAsync(path, Cancelled))).Message.ShouldContain(why);
}
