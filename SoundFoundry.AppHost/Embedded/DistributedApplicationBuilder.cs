using Microsoft.Extensions.Configuration;

namespace SoundFoundry.AppHost.Embedded;

internal sealed class DistributedApplicationBuilder(string[] args)
{
    private readonly List<Resource> _resources = [];

    public IConfiguration Configuration { get; } =
        new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();

    public EngineMode ExecutionContext { get; } = new(IsPublishMode: false);

    public PostgresServer AddPostgres(string name) => Add(new PostgresServer(name, database => Add(database)));

    public RedisServer AddRedis(string name) => Add(new RedisServer(name));

    /// <summary>Files in a folder: without containers there is no S3 server to start.</summary>
    public AudioFolder AddObjectStore(string name) => Add(new AudioFolder(name));

    /// <param name="name">The name in the logs, and for service discovery.</param>
    /// <param name="launchProfileName">None: a profile is for running one project on its own.</param>
    public Project AddProject<TProject>(string name, string? launchProfileName) =>
        launchProfileName is null
            ? Add(new Project(name, typeof(TProject).Name.Replace('_', '.')))
            : throw new NotSupportedException("Launch profiles are not read here.");

    public DistributedApplication Build() => new(new Engine(_resources, Configuration));

    private T Add<T>(T resource)
        where T : Resource
    {
        _resources.Add(resource);
        return resource;
    }
}
