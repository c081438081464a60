using SoundFoundry.Core.Routing;
using SoundFoundry.Tests.Worker.Providers.Remote;

namespace SoundFoundry.Tests.Worker.Providers.Fal;

public sealed class FalProbeTests
{
    private const string Locked = "User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_that_may_work_is_well() => (await ProbeAsync(200, """{"user_id":"x","is_locked":false}""", 500)).ShouldBeNull();

    [Theory]
    [InlineData("""{"is_locked":true,"lock_reason":"Exhausted balance. Top up your balance at fal.ai/dashboard/billing"}""", Locked)]
    [InlineData("""{"is_locked":true,"lock_reason":null}""", "User is locked. Reason: Unknown.")]
    public async Task A_locked_account_is_told_in_the_words_of_a_refused_submit(string user, string reason) =>
        (await ProbeAsync(200, user, 500)).ShouldBe(new Failure(FailureClass.Account, "403", reason));

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Where_our_key_may_not_ask_who_we_are_a_request_that_never_was_tells(int user)
    {
        (await ProbeAsync(user, "{}", 404)).ShouldBeNull();
        (await ProbeAsync(user, "{}", 401)).ShouldBe(new Failure(FailureClass.Account, "401", "fal refused the key (401): check FAL_KEY"));
        (await ProbeAsync(user, "{}", 503)).ShouldNotBeNull().Class.ShouldBe(FailureClass.Provider);
    }

    [Fact]
    public async Task Nobody_there_is_told_as_such()
    {
        using var wires = new Wires(new Uri("http://127.0.0.1:1"));

        (await wires.Fal.ProbeAsync(Cancelled)).ShouldNotBeNull().Class.ShouldBe(FailureClass.Unreachable);
        (await wires.Replicate.ProbeAsync(Cancelled)).ShouldNotBeNull().Class.ShouldBe(FailureClass.Unreachable);
    }

    private static async Task<Failure?> ProbeAsync(int status, string user, int queue)
    {
        await using var server = new RawServer(request => request.Target == "/users/current"
            ? RawAnswers.Json(status, user)
            : RawAnswers.Json(queue, """{"detail":"invalid key credentials"}"""));
        using var wires = new Wires(server.Address);
        var failure = await wires.Fal.ProbeAsync(Cancelled);
        server.Requests.ShouldAllBe(request => request.Method == "GET" && request.Header("Authorization") == $"Key {Wires.FalKey}");
        return failure;
    }
}
