using SoundFoundry.Simulator.Clock;
using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Submits;

internal sealed class SubmitCounts(SubmitLedger ledger, RenderBook book, SimulatedClock clock)
{
    public Dictionary<Provider, Dictionary<string, ModelCounts>> ByModel()
    {
        var now = clock.Now;
        var endings = book.All().ToLookup(render => (render.Provider, render.Model.Id), render => render.At(now).Phase);
        return Enum.GetValues<Provider>().ToDictionary(provider => provider, provider => ledger.All()
            .Where(submit => submit.Provider == provider).GroupBy(submit => submit.Model)
            .ToDictionary(model => model.Key, model => Count([.. model], [.. endings[(provider, model.Key)]])));
    }

    private static ModelCounts Count(IReadOnlyList<Submit> submits, IReadOnlyList<RenderPhase> phases) => new(
        submits.Count,
        submits.Count(submit => submit.Outcome is SubmitOutcome.Accepted or SubmitOutcome.AnswerLost),
        submits.Count(submit => submit.Outcome == SubmitOutcome.Refused),
        phases.Count(phase => phase == RenderPhase.Succeeded),
        phases.Count(phase => phase is RenderPhase.Canceled or RenderPhase.Aborted));
}
