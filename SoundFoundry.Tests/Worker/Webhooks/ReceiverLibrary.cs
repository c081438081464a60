using System.Text;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using SoundFoundry.Tests.Simulator.Webhooks;

namespace SoundFoundry.Tests.Worker.Webhooks;

/// <summary>The library that Standard Webhooks give to receivers, as they would use it.</summary>
internal static class ReceiverLibrary
{
    public const string Verified = "verified";

    public static async Task<string> VerdictAsync(this ReceivedWebhook webhook, string secret)
    {
        var input = JsonSerializer.Serialize(new[] { new { secret, headers = webhook.Headers, body = Encoding.UTF8.GetString(webhook.Body) } });
        var run = await Cli.Wrap("node").WithArguments([Repository.File("SoundFoundry.Tests/Worker/Webhooks/Library/verify.mjs")])
            .WithStandardInputPipe(PipeSource.FromString(input)).ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<string[]>(run.StandardOutput)!.Single();
    }
}
