using SoundFoundry.AppHost.Embedded.Processes;

namespace SoundFoundry.AppHost.Embedded;

/// <summary>One of our own programs, as one process or several.</summary>
internal sealed class Project(string name, string program) : Resource(name)
{
    private readonly List<Resource> _needs = [];
    private readonly List<Resource> _references = [];
    private readonly Dictionary<string, Parameter> _variables = [];
    private string[] _arguments = [];
    private string? _healthPath;
    private int _replicas = 1;
    private bool _endsByItself;

    /// <summary>The port asked for; another process of the same program takes any free one.</summary>
    public int? Port { get; private set; }

    public bool IsExternal { get; private set; }

    public string Url { get; private set; } = "";

    public Project WithArgs(params string[] arguments) => With(() => _arguments = arguments);

    public Project WithReference(Resource other) => With(() => _references.Add(other));

    public Project WithEnvironment(string variable, Parameter value) => With(() => _variables[variable] = value);

    public Project WaitFor(Resource other) => With(() => _needs.Add(other));

    public Project WithEnvironment(string variable, string value) => WithEnvironment(variable, new Parameter(_ => value));

    /// <summary>The address of an endpoint, for another program's environment.</summary>
    public Parameter GetEndpoint(string name) =>
        name == "http" ? new Parameter(_ => Url) : throw new NotSupportedException("Programs have one endpoint here, called http.");

    /// <summary>A program that is waited for in this way counts as ready when it has ended well.</summary>
    public Project WaitForCompletion(Project other) => With(() => other._endsByItself = true).WaitFor(other);

    public Project WithHttpEndpoint(int? port = null) => With(() => (Port, Url) = (port, $"http://localhost:{port ?? Ports.Free()}"));

    public Project WithExternalHttpEndpoints() => With(() => IsExternal = true);

    public Project WithHttpHealthCheck(string path) => With(() => _healthPath = path);

    public Project WithReplicas(int replicas) => With(() => _replicas = replicas);

    public override void Describe(IDictionary<string, string?> environment, DataFolder data) =>
        environment[$"services__{Name}__http__0"] = Url;

    public override async Task RunAsync(Engine engine, CancellationToken stop)
    {
        await Task.WhenAll(_needs.Select(need => need.Ready)).WaitAsync(stop);
        if (_endsByItself) await RunToEndAsync(engine, stop);
        else await RunForeverAsync(engine, stop);
    }

    private async Task RunToEndAsync(Engine engine, CancellationToken stop)
    {
        var exitCode = await engine.Starter.RunAsync(Child(engine, Name, ""), line => engine.Output.Write(Name, line), stop, engine.Kill);
        stop.ThrowIfCancellationRequested();
        if (exitCode != 0) throw new EngineProblem($"{Name} failed (exit code {exitCode}); its lines above say why.");
        BecomeReady();
    }

    private async Task RunForeverAsync(Engine engine, CancellationToken stop)
    {
        var unready = _replicas;
        await Task.WhenAll(Enumerable.Range(1, _replicas).Select(number =>
        {
            var instance = _replicas == 1 ? Name : $"{Name}-{number}";
            var url = number == 1 ? Url : $"http://localhost:{Ports.Free()}";
            return new Supervisor(instance, engine).RunAsync(
                () => Child(engine, instance, url),
                ended => engine.Health.IsHealthyAsync(instance, url + _healthPath, ended),
                () =>
                {
                    if (Interlocked.Decrement(ref unready) == 0) BecomeReady();
                },
                stop);
        }));
    }

    private ChildProcess Child(Engine engine, string instance, string url)
    {
        var variables = engine.ServiceVariables(Name, instance);
        if (url.Length > 0) variables["ASPNETCORE_URLS"] = url;
        foreach (var reference in _references) reference.Describe(variables, engine.Data);
        foreach (var (variable, value) in _variables) variables[variable] = value.Value(engine.Data);
        return new ChildProcess("dotnet", [Checkout.Assembly(program), .. _arguments])
        {
            Folder = Path.Combine(Checkout.Root, program),
            Variables = variables,
        };
    }

    private Project With(Action change)
    {
        change();
        return this;
    }
}
