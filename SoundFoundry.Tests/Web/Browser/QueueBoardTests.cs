using Microsoft.Playwright;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(WholeSystem))]
public sealed class QueueBoardTests(WholeSystem system)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Why_an_order_was_refused_stays_while_the_board_reads_itself_again()
    {
        await system.Stack.StopWorkersAsync();
        var (_, first) = await system.Stack.Client.CreateTrackAsync("First to go");
        var (_, second) = await system.Stack.Client.CreateTrackAsync("Second to go");
        await GiveUpAsync(first);
        await using var studio = await system.OpenAsync();
        await studio.Page.GotoAsync("/queue");
        var board = studio.Page.Locator("main");
        await board.ClickAsync("Stop accepting");
        await Expect(board).ToContainTextAsync("New tracks are not accepted");

        await board.Locator("li").Filter(new() { HasText = "First to go" }).ClickAsync("Try again");
        var refusal = board.GetByRole(AriaRole.Alert);
        await Expect(refusal).ToContainTextAsync("Nothing was charged.");
        await GiveUpAsync(second);

        await Expect(board).ToContainTextAsync("Second to go"); // it has read itself again
        await Expect(refusal).ToContainTextAsync("Nothing was charged.");
        await board.ClickAsync("Accept tracks again");
        await Expect(refusal).ToHaveCountAsync(0);
        await board.ClickAsync("Try all again");
        await Expect(board).ToContainTextAsync("No job lost its worker so often");
        system.Stack.StartWorker();
        studio.ShouldBeWithoutComplaint();
    }

    private Task<bool> GiveUpAsync(long jobId) => system.Stack.WithDbAsync(
        db => db.EndUnownedAsync(jobId, JobStatus.Failed, JobClaims.TooManyClaims, "The job lost its worker 5 times.", Cancelled));
}
