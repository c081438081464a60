using System.Buffers.Binary;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(WholeSystem))]
public sealed class FirstSoundTests(WholeSystem system)
{
    private const string RecordStates = """
        window.seen = [];
        window.progress = [];
        const look = () => {
          const tracks = [...document.querySelectorAll("article.track")];
          const track = tracks.find(track => track.querySelector("h3")?.textContent === "Warm ambient pad");
          if (!track) return;
          if (seen.at(-1) !== track.dataset.status) seen.push(track.dataset.status);
          const bar = track.querySelector("progress");
          if (bar) progress.push(bar.value);
        };
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
        """;

    [Fact]
    public async Task A_prompt_becomes_music_to_watch_hear_and_keep()
    {
        await using var studio = await system.OpenAsync();
        await studio.Page.EvaluateAsync(RecordStates);
        await system.Stack.StopWorkersAsync();

        var track = await studio.CreateAsync("Warm ambient pad", "40");
        await track.ReachesAsync("QUEUED");
        system.Stack.StartWorker();
        await track.ReachesAsync("COMPLETE");

        (await studio.Page.EvaluateAsync<string[]>("seen")).ShouldBe(["QUEUED", "RENDERING", "COMPLETE"]);
        (await studio.Page.EvaluateAsync<double[]>("progress")).ShouldBeInOrder();

        await track.ClickAsync("Play Warm ambient pad");
        await studio.PlaysPastAsync(0.5);
        await Expect(studio.Player.Locator("canvas").First).ToBeVisibleAsync();
        await Expect(studio.Player.GetByRole(AriaRole.Slider, new() { Name = "Position" })).ToHaveAttributeAsync("aria-valuemax", "40");

        var (name, bytes) = await DownloadAsync(studio, track);
        name.ShouldBe("Warm ambient pad.wav");
        SecondsOfWav(bytes).ShouldBe(40, 0.05);
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_reload_in_the_middle_finds_the_track_where_it_is()
    {
        await using var studio = await system.OpenAsync();
        var track = await studio.CreateAsync("A long slow tide", "120");
        await Expect(track).Not.ToHaveAttributeAsync("data-status", "QUEUED");

        await studio.Page.ReloadAsync();
        await studio.AliveAsync();

        await studio.Track("A long slow tide").ReachesAsync("COMPLETE");
        (await studio.Prompt.InputValueAsync()).ShouldBe("A long slow tide");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_second_tab_sees_what_the_first_makes()
    {
        await using var first = await system.OpenAsync();
        await using var second = await system.OpenAsync();

        await first.CreateAsync("Seen from both sides");

        await second.Track("Seen from both sides").ReachesAsync("COMPLETE");
        second.ShouldBeWithoutComplaint();
    }

    [Theory]
    [InlineData("🎹🌊 чайки — ночной джаз")]
    [InlineData("موسيقى هادئة مع عود وإيقاع بطيء")]
    [InlineData("<script>alert(1)</script> & \"quotes\" 'n' `ticks`")]
    public async Task Prompts_of_every_script_are_kept_and_shown_as_typed(string prompt)
    {
        await using var studio = await system.OpenAsync();

        var track = await studio.CreateAsync(prompt);
        await track.ReachesAsync("COMPLETE");

        await Expect(track.GetByRole(AriaRole.Heading)).ToHaveTextAsync(prompt);
        await track.ClickAsync($"Play {prompt}");
        await Expect(studio.Player.Locator("bdi")).ToHaveTextAsync(prompt);
        studio.ShouldBeWithoutComplaint();
    }

    private static async Task<(string Name, byte[] Bytes)> DownloadAsync(StudioPage studio, ILocator track)
    {
        var link = track.GetByRole(AriaRole.Link, new() { Name = "Download" });
        var download = await studio.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        return (download.SuggestedFilename, bytes);
    }

    // Canonical header: byte rate at 28, data chunk's size at 40.
    private static double SecondsOfWav(byte[] bytes)
    {
        Encoding.ASCII.GetString(bytes, 0, 4).ShouldBe("RIFF");
        Encoding.ASCII.GetString(bytes, 8, 4).ShouldBe("WAVE");
        Encoding.ASCII.GetString(bytes, 36, 4).ShouldBe("data");
        var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(40));
        size.ShouldBe((uint)(bytes.Length - 44));
        return size / (double)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(28));
    }
}
