using System.IO.Compression;
using System.Text;
using SoundFoundry.Tests.Worker.Providers.Remote;
using SoundFoundry.Worker.Inspection;
using SoundFoundry.Worker.Providers.Remote;

namespace SoundFoundry.Tests.Security;

/// <summary>A provider, or who took its place, answers with more than we can hold. Endless files, files whose declared sizes lie and
/// files that decode to hours are tested where they are read: <c>MediaDownloadTests</c>, <c>HostileFileTests</c>.</summary>
public sealed class ProviderBombTests : IDisposable
{
    private const int Unpacked = 512 * 1024 * 1024;

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.wav");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("fal")]
    [InlineData("replicate")]
    public async Task A_compressed_answer_is_never_unpacked(string provider)
    {
        await using var server = new RawServer(Compressed(await BombAsync(), "application/json"));
        using var wires = new Wires(server.Address);
        var before = GC.GetTotalAllocatedBytes();

        // Work may have been begun, so it counts as lost, not as refused.
        (await wires.SubmitAsync(provider, cancellationToken: Stop)).ShouldBeOfType<SubmitAnswer.Lost>();

        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(Unpacked / 4);
        server.Requests.ShouldHaveSingleItem().Header("Accept-Encoding").ShouldBeNull();
    }

    [Theory]
    [InlineData("fal")]
    [InlineData("replicate")]
    public async Task An_answer_without_an_end_is_given_up_long_before_the_time_is(string provider)
    {
        await using var server = new RawServer(RawAnswers.Endless);
        using var wires = new Wires(server.Address);

        (await wires.SubmitAsync(provider, cancellationToken: Stop)).ShouldBeOfType<SubmitAnswer.Lost>();
    }

    [Fact]
    public async Task An_answer_nested_without_measure_is_no_answer()
    {
        await using var server = new RawServer(RawAnswers.Json(200, new string('[', 1_000_000)));
        using var wires = new Wires(server.Address);

        (await wires.SubmitAsync("fal", cancellationToken: Stop)).ShouldBeOfType<SubmitAnswer.Lost>();
    }

    [Fact]
    public async Task A_compressed_file_stays_as_small_as_it_came_and_is_no_audio()
    {
        var bomb = await BombAsync();
        await using var server = new RawServer(Compressed(bomb, "audio/wav"));
        using var wires = new Wires(server.Address);

        await wires.DownloadAt(new SkippedWaits()).SaveAsync(new Uri(server.Address, "/files/a.wav"), "fal", _path, Stop);

        if (File.Exists(_path))
        {
            new FileInfo(_path).Length.ShouldBe(bomb.Length);
            await Should.ThrowAsync<InvalidDataException>(() => AudioInspector.InspectAsync(_path, Stop));
        }
    }

    private static RawAnswer Compressed(byte[] body, string type) => async (socket, stop) =>
    {
        var head = $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Encoding: gzip\r\nContent-Length: {body.Length}\r\n\r\n";
        ReadOnlyMemory<byte> bytes = (byte[])[.. Encoding.ASCII.GetBytes(head), .. body];
        while (bytes.Length > 0) bytes = bytes[await socket.SendAsync(bytes, stop)..];
    };

    private static async Task<byte[]> BombAsync()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var nothing = new byte[1024 * 1024];
            for (var written = 0; written < Unpacked; written += nothing.Length) await gzip.WriteAsync(nothing, Stop);
        }

        return packed.ToArray();
    }
}
