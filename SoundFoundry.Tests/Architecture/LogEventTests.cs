using System.Reflection;
using Microsoft.Extensions.Logging;
using SoundFoundry.Api;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Worker;

namespace SoundFoundry.Tests.Architecture;

public sealed class LogEventTests
{
    private static readonly Dictionary<Assembly, int> Thousands = new()
    {
        [typeof(ApiOptions).Assembly] = 1,
        [typeof(WorkerOptions).Assembly] = 2,
        [typeof(SoundFoundryDb).Assembly] = 3,
        [Assembly.Load("SoundFoundry.Web")] = 4,
        [Assembly.Load("SoundFoundry.ServiceDefaults")] = 6,
        [Assembly.Load("SoundFoundry.Simulator")] = 7,
    };

    [Fact]
    public void Every_log_event_has_an_id_of_its_own_in_its_project_s_thousand()
    {
        var events = Thousands.SelectMany(project => EventsOf(project.Key).Select(id => (Thousand: project.Value, Id: id))).ToList();

        events.Count.ShouldBeGreaterThan(10);
        events.ShouldAllBe(found => found.Id / 1_000 == found.Thousand);
        events.Select(found => found.Id).ShouldBeUnique();
    }

    private static IEnumerable<int> EventsOf(Assembly assembly) =>
        assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Select(attribute => attribute.EventId);
}
