using System.Net;
using System.Net.Sockets;
using System.Text;
using SoundFoundry.Core.Storage;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Security;

/// <summary>Names that lead elsewhere, in addresses and in titles. How keys and names are made is tested in <c>AudioKeyTests</c> and
/// <c>DownloadNameTests</c>.</summary>
public sealed class PathTraversalTests(RunningStack stack) : IClassFixture<RunningStack>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/files/../../../etc/passwd")]
    [InlineData("/api/files/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/api/files/%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/api/files/..%5c..%5cetc%5cpasswd")]
    [InlineData("/api/files//etc/passwd")]
    [InlineData("/api/files/users/1/..%252f..%252fetc/passwd")]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/docs/../../../etc/passwd")]
    public async Task An_address_leads_out_of_nothing(string target)
    {
        var answer = await RawAsync(target);

        answer.ShouldNotStartWith("HTTP/1.1 2");
        answer.ShouldNotContain("root:");
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("users/1/../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("users/1/a\0.wav")]
    [InlineData("users\\..\\..\\etc\\passwd")]
    public Task Not_even_we_sign_a_link_that_leads_out_of_the_store(string key) =>
        Should.ThrowAsync<ArgumentException>(() => stack.WithServiceAsync<FileLinks, Uri>(
            links => Task.FromResult(links.Sign(key, TimeSpan.FromMinutes(5), null))));

    [Fact]
    public async Task A_title_that_is_a_path_is_a_plain_name_when_downloaded()
    {
        using var made = await stack.Client.PostTrackAsync(new { prompt = "rain", title = "../../.bashrc\r\nX-Evil: 1", duration_s = 5 });
        var created = await made.ReadAsync();
        await stack.Client.JobReachesAsync(created.GetProperty("job_id").GetInt64(), "COMPLETE");

        using var file = await stack.Client.GetAsync($"/api/tracks/{created.GetProperty("track_id").GetInt64()}/audio?download=true", Stop);

        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        file.Headers.Contains("X-Evil").ShouldBeFalse();
        var name = file.Content.Headers.ContentDisposition!.FileNameStar ?? file.Content.Headers.ContentDisposition.FileName!;
        name.ShouldNotContain("/");
        name.Trim('"').ShouldNotStartWith(".");
    }

    /// <summary>No client of ours would send such an address as it stands.</summary>
    private async Task<string> RawAsync(string target)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(stack.Address.Host, stack.Address.Port, Stop);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"GET {target} HTTP/1.1\r\nHost: {stack.Address.Authority}\r\nConnection: close\r\n\r\n"), Stop);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Stop);
    }
}
