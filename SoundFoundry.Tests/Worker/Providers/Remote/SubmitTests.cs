using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote;

namespace SoundFoundry.Tests.Worker.Providers.Remote;

/// <summary>What is known after a submit: refused, not sent, or nothing. Whatever the far end does, it is sent once.</summary>
public sealed class SubmitTests
{
    private static readonly Dictionary<string, RawAnswer> Unbelievable = new()
    {
        ["reset"] = RawAnswers.Reset,
        ["hang up"] = RawAnswers.HangUp,
        ["half a status line"] = RawAnswers.Then(RawAnswers.Bytes("HTTP/1.1 20"), RawAnswers.HangUp),
        ["no HTTP"] = RawAnswers.Bytes("SSH-2.0-OpenSSH_9.2\r\n\r\n"),
        ["cut"] = RawAnswers.Cut(200, 500, """{"request_id":"abc","id":"abc","""),
        ["reset in the body"] = RawAnswers.Cut(200, 500, """{"request_id":"abc",""", RawAnswers.Reset),
        ["no JSON"] = RawAnswers.Json(200, "<html>ok</html>"),
        ["empty"] = RawAnswers.Status(200),
        ["no id"] = RawAnswers.Json(200, """{"status":"IN_QUEUE","request_id":null,"id":7}"""),
        ["an id that is a path"] = RawAnswers.Json(201, """{"request_id":"../../users","id":"../../users"}"""),
        ["endless"] = RawAnswers.Endless,
        ["redirect"] = RawAnswers.Status(307, "Location: /elsewhere"),
        ["500"] = RawAnswers.Json(500, """{"detail":"Internal Server Error"}"""),
        ["502"] = RawAnswers.Json(502, "<html>nginx</html>"),
        ["503"] = RawAnswers.Status(503, "Retry-After: 1"),
        ["504"] = RawAnswers.Status(504),
        ["499"] = RawAnswers.Status(499),
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Doubtful => [.. Unbelievable.Keys.SelectMany(name => new[] { ("fal", name), ("replicate", name) })];

    [Theory]
    [MemberData(nameof(Doubtful))]
    public async Task An_answer_that_says_neither_yes_nor_no_leaves_the_submit_unknown_and_it_is_sent_once(string provider, string how)
    {
        await using var server = new RawServer(Unbelievable[how]);
        using var wires = new Wires(server.Address);

        (await wires.SubmitAsync(provider, cancellationToken: Cancelled)).ShouldBeOfType<SubmitAnswer.Lost>();

        server.Requests.Count.ShouldBe(1);
        server.Connections.ShouldBe(1);
    }

    [Theory]
    [InlineData("fal")]
    [InlineData("replicate")]
    public async Task Silence_ends_after_half_a_minute_and_leaves_the_submit_unknown(string provider)
    {
        var time = new FakeTimeProvider();
        await using var server = new RawServer(RawAnswers.Silence);
        using var wires = new Wires(server.Address, time);

        var submit = wires.SubmitAsync(provider, cancellationToken: Cancelled);
        await server.Asked.Task.WaitAsync(Cancelled);
        time.Advance(TimeSpan.FromSeconds(29));
        submit.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));

        (await submit).ShouldBeOfType<SubmitAnswer.Lost>().Reason.ShouldContain("30 s");
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("fal")]
    [InlineData("replicate")]
    public async Task Where_nobody_listens_nothing_was_sent(string provider)
    {
        using var wires = new Wires(new Uri("http://127.0.0.1:1"));

        (await wires.SubmitAsync(provider, cancellationToken: Cancelled)).ShouldBeOfType<SubmitAnswer.NotSent>();
    }

    [Fact]
    public async Task Where_no_secure_connection_comes_about_nothing_was_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var wires = new Wires(new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));

        var submit = wires.SubmitAsync("fal", cancellationToken: Cancelled);
        (await listener.AcceptSocketAsync(Cancelled)).Dispose();

        (await submit).ShouldBeOfType<SubmitAnswer.NotSent>();
    }

    [Fact]
    public async Task A_connection_is_never_used_for_a_second_submit_even_if_the_server_keeps_it_open()
    {
        await using var server = new RawServer(RawAnswers.Json(200, """{"request_id":"abc"}"""));
        using var wires = new Wires(server.Address);

        for (var i = 0; i < 3; i++) (await wires.SubmitAsync("fal", cancellationToken: Cancelled)).ShouldBeOfType<SubmitAnswer.Accepted>();

        server.Connections.ShouldBe(3);
    }

    [Fact]
    public async Task A_refusal_is_one_even_if_its_words_are_cut_off()
    {
        await using var server = new RawServer(RawAnswers.Cut(401, 500, """{"detail":"""));
        using var wires = new Wires(server.Address);

        var refused = (await wires.SubmitAsync("fal", cancellationToken: Cancelled)).ShouldBeOfType<SubmitAnswer.Refused>();

        refused.Failure.ShouldBe(new Failure(FailureClass.Account, "401", "fal refused the key (401): check FAL_KEY"));
    }

    [Fact]
    public async Task What_a_provider_says_of_our_key_is_shown_without_it()
    {
        await using var server = new RawServer(RawAnswers.Json(400, $$"""{"detail":"Bad key {{Wires.FalKey}} or falkeysecret"}"""));
        using var wires = new Wires(server.Address);

        var refused = (await wires.SubmitAsync("fal", cancellationToken: Cancelled)).ShouldBeOfType<SubmitAnswer.Refused>();

        refused.Failure.Reason.ShouldBe("fal refused the input (400): Bad key *** or ***");
    }

    [Fact]
    public async Task Only_the_caller_s_own_cancellation_is_thrown()
    {
        await using var server = new RawServer(RawAnswers.Silence);
        using var wires = new Wires(server.Address);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var submit = wires.SubmitAsync("fal", cancellationToken: cancel.Token);
        await server.Asked.Task.WaitAsync(Cancelled);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(submit);
    }
}
