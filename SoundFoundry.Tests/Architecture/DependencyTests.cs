using System.Reflection;
using NetArchTest.Rules;
using SoundFoundry.Api;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Worker;

namespace SoundFoundry.Tests.Architecture;

public sealed class DependencyTests
{
    private static readonly Assembly Core = typeof(SoundFoundryDb).Assembly;
    private static readonly Assembly Api = typeof(ApiOptions).Assembly;
    private static readonly Assembly Worker = typeof(WorkerOptions).Assembly;
    private static readonly Assembly Web = Assembly.Load("SoundFoundry.Web");

    [Fact]
    public void Core_knows_neither_the_services_nor_ASP_NET() =>
        ShouldNotDependOn(Core, "SoundFoundry.Api", "SoundFoundry.Worker", "SoundFoundry.Web", "SoundFoundry.ServiceDefaults", "Microsoft.AspNetCore");

    [Fact]
    public void Api_and_worker_meet_only_in_Core_and_its_stores()
    {
        ShouldNotDependOn(Api, "SoundFoundry.Worker", "SoundFoundry.Web");
        ShouldNotDependOn(Worker, "SoundFoundry.Api", "SoundFoundry.Web");
    }

    [Fact]
    public void Web_reaches_the_rest_over_HTTP_only() => ShouldNotDependOn(Web, "SoundFoundry.Core", "SoundFoundry.Api", "SoundFoundry.Worker");

    [Theory]
    [InlineData("Helpers")]
    [InlineData("Managers")]
    [InlineData("Services")]
    [InlineData("Common")]
    [InlineData("Utils")]
    public void No_folder_is_a_drawer_for_everything(string name)
    {
        Assembly[] all = [Core, Api, Worker, Web];
        all.SelectMany(assembly => assembly.GetTypes()).Where(type => type.Namespace?.Split('.').Contains(name) ?? false).ShouldBeEmpty();
    }

    [Fact]
    public void A_class_is_sealed_unless_somebody_inherits_it()
    {
        Assembly[] all = [Core, Api, Worker];
        var types = all.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsClass && type.Namespace?.StartsWith("SoundFoundry", StringComparison.Ordinal) == true)
            .Where(type => !type.Name.Contains('<', StringComparison.Ordinal)).ToList();
        var inherited = types.Select(type => type.BaseType).ToHashSet();

        types.Where(type => !type.IsSealed && !type.IsAbstract && !inherited.Contains(type)).Where(type => type.Namespace?.Contains("Migrations", StringComparison.Ordinal) == false && type.Name != "Program")
            .Select(type => type.FullName).ShouldBeEmpty();
    }

    private static void ShouldNotDependOn(Assembly assembly, params string[] others)
    {
        var result = Types.InAssembly(assembly).ShouldNot().HaveDependencyOnAny(others).GetResult();
        result.IsSuccessful.ShouldBeTrue($"{assembly.GetName().Name}: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }
}
