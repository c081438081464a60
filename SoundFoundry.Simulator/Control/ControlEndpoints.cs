using SoundFoundry.Simulator.Clock;
using SoundFoundry.Simulator.Renders;
using SoundFoundry.Simulator.Replicate;
using SoundFoundry.Simulator.Submits;

namespace SoundFoundry.Simulator.Control;

/// <summary>What no vendor has: a view behind the counter, and a hand on the clock.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this WebApplication app)
    {
        var control = app.MapGroup("/_control");
        control.MapFaults();
        control.MapGet("/submits", (SubmitLedger ledger) => ledger.All());
        control.MapGet("/counts", (SubmitCounts counts) => counts.ByModel());
        control.MapPost("/clock", Advance);
        control.MapGet("/pace", (PaceSetting pace) => pace.Current);
        control.MapPut("/pace", SetPace);
        control.MapPut("/replicate", SetCredit);
        control.MapPost("/reset", Reset);
        control.Map("/{**rest}", () => Results.NotFound());
    }

    private static IResult Advance(ClockChange change, SimulatedClock clock)
    {
        if (change.AdvanceS is < 0 or > ClockChange.Longest)
            return Results.Problem($"advance_s must be between 0 and {ClockChange.Longest}.", statusCode: StatusCodes.Status400BadRequest);
        clock.Advance(TimeSpan.FromSeconds(change.AdvanceS));
        return Results.Ok(new { clock.Now });
    }

    private static IResult SetPace(PaceChange change, PaceSetting pace)
    {
        if (!change.IsPossible) return Results.Problem("Seconds are from 0 to a day.", statusCode: StatusCodes.Status400BadRequest);
        pace.Set(change.Of(pace.Current));
        return Results.Ok(pace.Current);
    }

    private static IResult SetCredit(CreditChange change, CreditLimit credit)
    {
        credit.Set(change.LowCredit);
        return Results.Ok(new { LowCredit = credit.IsLow });
    }

    private static IResult Reset(StartingPoint start)
    {
        start.Restore();
        return Results.NoContent();
    }
}
