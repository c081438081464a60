using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Answers;
using SoundFoundry.Simulator.Faults;

namespace SoundFoundry.Simulator.Fal;

/// <summary>What fal tells of the account, and the keys its webhooks are signed with.</summary>
internal static class FalAccountEndpoints
{
    private const double Balance = 24.5;

    public static void MapFalAccount(this WebApplication app)
    {
        app.MapGet("/users/current", CurrentUser);
        app.MapGet("/billing/user_balance", UserBalance);
        app.MapGet("/.well-known/jwks.json", (FalSigningKey key) => new JsonAnswer(StatusCodes.Status200OK, key.Jwks()));
    }

    private static JsonAnswer CurrentUser(HttpRequest request, FaultBoard faults)
    {
        if (FalKey.Check(request, "users") is { } refusal) return refusal;
        var locked = IsLocked(faults);
        var user = new JsonObject
        {
            ["full_name"] = "Simulated User", ["nickname"] = "simulated", ["user_id"] = FalSigningKey.UserId, ["is_personal"] = true,
            ["is_locked"] = locked, ["is_paying"] = true,
        };
        if (locked) user["lock_reason"] = FalErrors.LockReason;
        return new JsonAnswer(StatusCodes.Status200OK, user);
    }

    private static JsonAnswer UserBalance(HttpRequest request, FaultBoard faults) =>
        FalKey.Check(request, "billing") ?? new JsonAnswer(StatusCodes.Status200OK, IsLocked(faults) ? -0.02 : Balance);

    private static bool IsLocked(FaultBoard faults) => faults.IsAhead(Provider.Fal, FaultKind.Locked, FaultKind.Flapping);
}
