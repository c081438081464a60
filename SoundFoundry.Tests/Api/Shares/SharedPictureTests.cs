using System.Net;
using System.Text;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Shares;

/// <summary>What other sites show of a link.</summary>
public sealed class SharedPictureTests(RunningStack stack) : IClassFixture<RunningStack>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shared_cover_is_had_as_png_under_the_link_itself_and_ends_with_it()
    {
        var (track, job) = await stack.Client.CreateTrackAsync();
        await stack.Client.JobReachesAsync(job, "COMPLETE");
        using var made = await stack.Client.PostJsonAsync($"/api/tracks/{track}/share", new { show_prompt = false });
        var share = await made.ReadAsync();
        var path = $"/api/public/shares/{share.GetProperty("token").GetString()}/cover";

        // The owner waits for it; whoever has the link gets the drawing until then.
        (await stack.Client.GetAsync($"/api/tracks/{track}/cover?format=png", Stop)).EnsureSuccessStatusCode();
        using var picture = await stack.Client.GetAsync($"{path}?format=png", Stop);
        using var other = await stack.Client.GetAsync($"{path}?format=bmp", Stop);
        (await stack.Client.DeleteAsync($"/api/shares/{share.GetProperty("id").GetInt64()}", Stop)).EnsureSuccessStatusCode();
        using var gone = await stack.Client.GetAsync($"{path}?format=png", Stop);

        picture.StatusCode.ShouldBe(HttpStatusCode.OK);
        picture.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(path);
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        Encoding.ASCII.GetString((await picture.Content.ReadAsByteArrayAsync(Stop))[1..4]).ShouldBe("PNG");
        other.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
