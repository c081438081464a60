using System.Reflection;
using Microsoft.Extensions.Logging;
using NetArchTest.Rules;
using SoundFoundry.Simulator;

namespace SoundFoundry.Tests.Simulator;

/// <summary>The simulator stands for a stranger's servers: what it knows of us it could only have from what we send.</summary>
public sealed class StrangerTests
{
    private const BindingFlags Every =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly Simulator = typeof(SimulatorOptions).Assembly;

    [Fact]
    public void It_knows_none_of_our_services() =>
        Types.InAssembly(Simulator).ShouldNot()
            .HaveDependencyOnAny("SoundFoundry.Core", "SoundFoundry.Api", "SoundFoundry.Worker", "SoundFoundry.Web")
            .GetResult().IsSuccessful.ShouldBeTrue();

    [Fact]
    public void Its_log_events_have_ids_of_their_own_in_the_7000s()
    {
        var ids = Simulator.GetTypes().SelectMany(type => type.GetMethods(Every))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.EventId).OfType<int>().ToList();

        ids.ShouldNotBeEmpty();
        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => id / 1_000 == 7);
    }

    [Fact]
    public async Task It_refuses_to_listen_to_the_network()
    {
        await using var open = new RunningSimulator(("urls", "http://0.0.0.0:0"));

        (await Should.ThrowAsync<InvalidOperationException>(async () => await open.InitializeAsync())).Message.ShouldContain("0.0.0.0");
    }
}
