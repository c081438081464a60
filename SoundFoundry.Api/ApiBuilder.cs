using System.Text.Json;
using System.Text.Json.Serialization;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Deletion;
using SoundFoundry.Api.Dispatch;
using SoundFoundry.Api.Events;
using SoundFoundry.Api.Export;
using SoundFoundry.Api.Health;
using SoundFoundry.Api.Hooks;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Jobs;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Playlists;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.Renditions;
using SoundFoundry.Api.Shares;
using SoundFoundry.Api.Shutdown;
using SoundFoundry.Api.Tracks;
using SoundFoundry.Api.Webhooks;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Storage;
using SoundFoundry.Core.Telemetry;
using SoundFoundry.ServiceDefaults;
using SoundFoundry.ServiceDefaults.Auth;
using SoundFoundry.ServiceDefaults.Connections;
using SoundFoundry.ServiceDefaults.Walls;

namespace SoundFoundry.Api;

internal static class ApiBuilder
{
    private const long MaxBodyBytes = 256 * 1024;

    /// <returns>How callers are known, which decides what is mapped.</returns>
    public static AuthMode AddApi(this WebApplicationBuilder builder)
    {
        var mode = builder.AddAuthMode();
        builder.AddDatabase<SoundFoundryDb>("soundfoundry");
        builder.AddRedis("redis");
        builder.AddAudioStore();
        builder.AddLocalWalls();
        builder.AddApiHealth();
        builder.AddLimits(mode);
        builder.AddConnectionLimits();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxBodyBytes);

        var services = builder.Services;
        services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateDataAnnotations()
            .Validate(options => options.HasUsablePublicUrl, "Api:PublicUrl (PUBLIC_URL) must be an absolute http or https address.")
            .ValidateOnStart();
        services.AddRouting(builder.Configuration);
        services.AddCreditOptions();
        services.AddSingleton<Hints>();
        services.AddSingleton<RenderMetrics>();
        services.AddScoped<JobPlacement>();
        services.AddScoped<TrackCreation>();
        services.AddScoped<TrackRetry>();
        services.AddScoped<TrackQuoting>();
        services.AddScoped<TrackBulk>();
        services.AddScoped<TrackPages>();
        services.AddScoped<PlaylistKeeping>();
        services.AddScoped<PlaylistContents>();
        services.AddScoped<ShareMaking>();
        services.AddScoped<OpenShares>();
        services.AddScoped<TrackLinks>();
        services.AddScoped<RenditionDesk>();
        services.AddSingleton<RenditionWaits>();
        services.AddScoped<QueueMode>();
        services.AddSingleton<QueuePlaces>();
        services.AddSingleton<RenderHistory>();
        services.AddSingleton<JobReader>();
        services.AddSingleton<JobEventStream>();
        services.AddHttpContextAccessor();
        services.AddHooks();
        services.AddWebhooks();
        services.AddDrain();
        services.AddProblems();
        services.AddRequestTimeLimit();
        services.AddValidation();
        services.AddCorsFromSettings(builder.Configuration);
        services.AddIdentity(mode, builder.Configuration);
        services.AddScoped<AuditLog>();
        services.AddScoped<AccountExport>();
        services.AddSingleton<RunningExports>();
        services.AddScoped<AccountDeletion>();
        services.AddApiDocument();
        services.ConfigureHttpJsonOptions(json => Configure(json.SerializerOptions));
        return mode;
    }

    /// <summary>The contract's JSON: snake_case, and nothing guessed: <c>"30"</c> is not a number, a key given twice is an error.</summary>
    internal static void Configure(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        json.DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
    }
}
