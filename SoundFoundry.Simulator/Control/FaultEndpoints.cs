using SoundFoundry.Simulator.Faults;

namespace SoundFoundry.Simulator.Control;

internal static class FaultEndpoints
{
    public static void MapFaults(this IEndpointRouteBuilder control)
    {
        control.MapGet("/faults", (FaultBoard faults) => Enum.GetValues<Provider>().ToDictionary(provider => provider, faults.At));
        control.MapPut("/faults/{provider}", (string provider, Fault fault, FaultBoard faults) => Set(provider, fault, faults.Replace));
        control.MapPost("/faults/{provider}", (string provider, Fault fault, FaultBoard faults) => Set(provider, fault, faults.Add));
        control.MapDelete("/faults/{provider?}", Clear);
    }

    private static IResult Set(string name, Fault fault, Action<Provider, Fault> set)
    {
        if (Read(name) is not { } provider) return Results.NotFound();
        if (fault.Kind.StageAt(provider) is null)
        {
            return Results.Problem(
                $"{provider} is not known to do \"{FaultWords.Of(fault.Kind)}\". It does: {FaultWords.At(provider)}.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        set(provider, fault);
        return Results.NoContent();
    }

    private static IResult Clear(string? provider, FaultBoard faults)
    {
        if (provider is not null && Read(provider) is null) return Results.NotFound();
        foreach (var one in Enum.GetValues<Provider>().Where(one => provider is null || one == Read(provider))) faults.Clear(one);
        return Results.NoContent();
    }

    private static Provider? Read(string name) => name switch
    {
        "fal" => Provider.Fal,
        "replicate" => Provider.Replicate,
        _ => null,
    };
}
