using SoundFoundry.AppHost;

var builder = DistributedApplication.CreateBuilder(AppHostOptions.Spell(args));
var options = AppHostOptions.Read(builder.Configuration);

// Stores
var postgres = builder.AddPostgres("postgres").WithDataVolume("soundfoundry-postgres");
var database = postgres.AddDatabase("soundfoundry");
var redis = builder.AddRedis("redis").WithDataVolume("soundfoundry-redis").WithPersistence();
var audio = builder.AddObjectStore("minio");

// Signs the addresses of audio files: one key for every replica, and the same after a restart.
var signingKey = builder.AddParameter(
    "storage-signing-key", new GenerateParameterDefault { MinLength = 48, Special = false }, secret: true, persist: true);

// Brings the schema, the audio store and the local owner up to date, and ends.
var migrate = builder.AddProject<Projects.SoundFoundry_Api>("migrate", launchProfileName: null)
    .WithArgs("migrate")
    .WaitFor(database)
    .WaitFor(audio);

var api = builder.AddProject<Projects.SoundFoundry_Api>("api", launchProfileName: null)
    .WithHttpEndpoint(port: options.ApiPort)
    .WithHttpHealthCheck("/health")
    .WaitForCompletion(migrate);
if (!builder.ExecutionContext.IsPublishMode) api.WithEnvironment("Api__DrainTime", "00:00:00"); // nobody else could take over
foreach (var (i, network) in (builder.ExecutionContext.IsPublishMode ? PrivateNetworks.All : PrivateNetworks.ThisMachine).Index())
    api.WithEnvironment($"Walls__Proxies__{i}", network);

var worker = builder.AddProject<Projects.SoundFoundry_Worker>("worker", launchProfileName: null)
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/health")
    .WithReplicas(options.Workers)
    .WaitForCompletion(migrate)
    .WaitFor(redis);

foreach (var service in new[] { migrate, api, worker })
{
    service.WithReference(database).WithReference(redis).WithReference(audio).WithEnvironment("Storage__SigningKey", signingKey);
}

// The browser's only origin: it hands /api on to the API.
var web = builder.AddProject<Projects.SoundFoundry_Web>("web", launchProfileName: null)
    .WithHttpEndpoint(port: options.WebPort)
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health")
    .WithReference(api)
    .WaitFor(api);

// Links to pages lead where the pages are, whatever port they were given.
if (!builder.ExecutionContext.IsPublishMode) api.WithEnvironment("Accounts__PagesUrl", web.GetEndpoint("http"));

// Everyone signs in; the log says where the owner's account is made.
foreach (var service in options.Accounts ? new[] { migrate, api, web } : [])
    service.WithEnvironment("Auth__Mode", "Accounts").WithEnvironment("Accounts__PagesUrl", web.GetEndpoint("http"));

// What the operator has set where this program runs. A published application takes every one as a parameter.
foreach (var setting in Setting.HandedOn)
{
    var value = builder.Configuration[setting.Key];
    if (string.IsNullOrWhiteSpace(value) && !builder.ExecutionContext.IsPublishMode) continue;
    var parameter = builder.AddParameter(setting.ParameterName, value ?? "", secret: setting.IsSecret);
    foreach (var service in setting.ForRest ? new[] { migrate, api, worker } : []) service.WithEnvironment(setting.Variable, parameter);
    if (setting.ForWeb) web.WithEnvironment(setting.Variable, parameter);
}

// Both providers, simulated, with fal's account locked: the first track shows the fallback.
if (options.Simulate)
{
    var simulator = builder.AddProject<Projects.SoundFoundry_Simulator>("simulator", launchProfileName: null)
        .WithHttpEndpoint(port: options.SimulatorPort)
        .WithHttpHealthCheck("/health")
        .WithEnvironment("Simulator__Fal__Fault", "locked");
    worker.WaitFor(simulator);
    foreach (var service in new[] { migrate, api, worker })
    {
        service.WithEnvironment("ENVIRONMENT", "Development")
            .WithEnvironment("Providers__Simulator", simulator.GetEndpoint("http"))
            .WithEnvironment("Providers__FalKey", "simulated:key")
            .WithEnvironment("Providers__ReplicateToken", "simulated");
    }
}

#if ASPIRE
builder.AddTools(postgres, redis, api, web);
#endif

builder.Build().Run();
