using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using SoundFoundry.ServiceDefaults.Walls;
using SoundFoundry.Simulator.Clock;
using SoundFoundry.Simulator.Control;
using SoundFoundry.Simulator.Fal;
using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Renders;
using SoundFoundry.Simulator.Replicate;
using SoundFoundry.Simulator.Submits;
using SoundFoundry.Simulator.Webhooks;

namespace SoundFoundry.Simulator;

internal static class SimulatorBuilder
{
    public static void AddSimulator(this WebApplicationBuilder builder)
    {
        builder.AddLocalWalls();
        var services = builder.Services;
        services.AddOptions<SimulatorOptions>().BindConfiguration(SimulatorOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SimulatorOptions>, ValidateSimulatorOptions>();
        services.AddSingleton<SimulatedClock>();
        services.AddSingleton<FaultBoard>();
        services.AddSingleton<RenderBook>();
        services.AddSingleton<PaceSetting>();
        services.AddSingleton<SubmitLedger>();
        services.AddSingleton<SubmitCounts>();
        services.AddSingleton<StartingPoint>();
        services.AddSingleton<Intake>();
        services.AddSingleton<FalDesk>();
        services.AddSingleton<FalSigningKey>();
        services.AddSingleton<FalStatusStream>();
        services.AddSingleton<CreditLimit>();
        services.AddSingleton<PreferredWait>();
        services.AddSingleton<ReplicateDesk>();
        services.AddSingleton(SvixSignature.WithNewSecret());
        services.AddSingleton<IWebhookAuthor, FalWebhooks>();
        services.AddSingleton<IWebhookAuthor, ReplicateWebhooks>();
        services.AddSingleton<WebhookCourier>();
        services.AddSingleton<WebhookPost>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookPost>());
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.DictionaryKeyPolicy = null; // the keys are names of models
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        });
    }
}
