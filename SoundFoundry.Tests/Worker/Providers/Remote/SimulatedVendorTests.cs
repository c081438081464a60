using Microsoft.Extensions.Configuration;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;
using SoundFoundry.Tests.Simulator;
using SoundFoundry.Worker.Providers.Remote;

namespace SoundFoundry.Tests.Worker.Providers.Remote;

/// <summary>The wires against the simulator, which the vendors' own clients accept.</summary>
public sealed class SimulatedVendorTests : IAsyncLifetime
{
    private static readonly ModelCatalog Catalog = ModelCatalog.Load(new ConfigurationBuilder().Build());
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly RunningSimulator _simulator = new();
    private Wires _wires = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Models =>
        [.. Catalog.All.Where(model => model.Provider != ProviderOptions.Studio).Select(model => (model.Provider, model.Name))];

    public async ValueTask InitializeAsync()
    {
        await _simulator.InitializeAsync();
        _wires = new Wires(_simulator.Address, falKey: RunningSimulator.FalKey, replicateToken: RunningSimulator.ReplicateToken);
    }

    public async ValueTask DisposeAsync()
    {
        _wires.Dispose();
        await _simulator.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Every_model_of_the_table_takes_its_fields_and_delivers_audio(string provider, string name)
    {
        var model = Catalog.Find(provider, name)!;
        var sings = model.Instrumental == Instrumental.Never || model.LyricsRequired;
        var request = new RenderRequest("rain on a tin roof", sings ? "Rain, rain, go away" : null, ["calm"], null, Math.Min(30, model.MaxDurationSeconds), sings, 0.5, 7);
        var path = Path.GetTempFileName();
        try
        {
            var handle = (await _wires.Of(provider).SubmitAsync(model, ModelInput.For(model, request), null, Cancelled)).ShouldBeOfType<SubmitAnswer.Accepted>().Handle;
            var audio = (await EndAsync(provider, handle)).ShouldBeOfType<RemoteState.Finished>().Audio;
            (await _wires.Download.SaveAsync(audio, provider, path, Cancelled)).ShouldBeNull();

            new FileInfo(path).Length.ShouldBeGreaterThan(10_000);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_prediction_whose_answer_was_lost_is_found()
    {
        await _simulator.Control.SetFaultAsync("replicate", "reset_after_accept", times: 1);
        var model = Catalog.Find("replicate", "stable-audio-2.5")!;
        var input = ModelInput.For(model, new RenderRequest("rain on a tin roof", null, [], null, 30, false, 0.5, 7));

        (await _wires.Replicate.SubmitAsync(model, input, null, Cancelled)).ShouldBeOfType<SubmitAnswer.Lost>();
        var lost = new LostSubmit(model, input, TimeProvider.System.GetUtcNow(), (_, _) => Task.FromResult(false));
        var found = (await _wires.Replicate.FindAsync(lost, Cancelled)).ShouldBeOfType<SearchAnswer.Found>();

        (await EndAsync("replicate", found.Handle)).ShouldBeOfType<RemoteState.Finished>();
        (await _simulator.Control.SubmitsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Both_probes_are_content_until_fal_is_locked()
    {
        (await _wires.Fal.ProbeAsync(Cancelled)).ShouldBeNull();
        (await _wires.Replicate.ProbeAsync(Cancelled)).ShouldBeNull();

        await _simulator.Control.SetFaultAsync("fal", "locked");

        var refused = (await _wires.SubmitAsync("fal", cancellationToken: Cancelled)).ShouldBeOfType<SubmitAnswer.Refused>();
        (await _wires.Fal.ProbeAsync(Cancelled)).ShouldBe(refused.Failure);
    }

    [Theory]
    [InlineData("fal")]
    [InlineData("replicate")]
    public async Task Work_that_was_begun_can_be_canceled(string provider)
    {
        await _simulator.Control.SetPaceAsync(queueS: 0, renderS: 600);
        var handle = (await _wires.SubmitAsync(provider, cancellationToken: Cancelled)).ShouldBeOfType<SubmitAnswer.Accepted>().Handle;

        (await _wires.Of(provider).CancelAsync(handle, Cancelled)).ShouldBeTrue();

        (await EndAsync(provider, handle)).ShouldBeOfType<RemoteState.Failed>().Failure.Class.ShouldBe(FailureClass.Provider);
    }

    private async Task<RemoteState> EndAsync(string provider, RemoteHandle handle)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(Patience);
        while (true)
        {
            var model = provider == "fal" ? Wires.FalModel : Wires.ReplicateModel;
            var state = await _wires.Of(provider).AskAsync(model, handle, patience.Token);
            if (state is RemoteState.Finished or RemoteState.Failed) return state;
            (state is RemoteState.Queued or RemoteState.Running).ShouldBeTrue($"{state}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }
}
