using Microsoft.Extensions.Options;
using SoundFoundry.Simulator.Clock;
using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Renders;
using SoundFoundry.Simulator.Replicate;
using SoundFoundry.Simulator.Submits;

namespace SoundFoundry.Simulator.Control;

/// <summary>Everything as the settings say it is at the start; accepted jobs and the ledger are forgotten.</summary>
internal sealed class StartingPoint(
    IOptions<SimulatorOptions> options, FaultBoard faults, SubmitLedger ledger, RenderBook book, PaceSetting pace, CreditLimit credit,
    SimulatedClock clock)
{
    public void Restore()
    {
        ledger.Clear();
        book.Clear();
        pace.Reset();
        clock.Reset();
        credit.Set(false);
        Arm(Provider.Fal, options.Value.Fal);
        Arm(Provider.Replicate, options.Value.Replicate);
    }

    private void Arm(Provider provider, VendorOptions vendor)
    {
        faults.Clear(provider);
        if (FaultWords.Read(vendor.Fault ?? "") is { } kind) faults.Add(provider, new Fault(kind));
    }
}
