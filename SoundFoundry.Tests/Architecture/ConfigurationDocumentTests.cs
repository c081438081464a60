using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text;
using SoundFoundry.Api;
using SoundFoundry.Api.External;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Mail;
using SoundFoundry.Core.Audit;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Storage;
using SoundFoundry.Core.Webhooks;
using SoundFoundry.ServiceDefaults.Auth;
using SoundFoundry.ServiceDefaults.Connections;
using SoundFoundry.ServiceDefaults.Settings;
using SoundFoundry.ServiceDefaults.Walls;
using SoundFoundry.Web;
using SoundFoundry.Worker;
using SoundFoundry.Worker.Providers.Remote;
using SoundFoundry.Worker.Sweeping;

namespace SoundFoundry.Tests.Architecture;

public sealed class ConfigurationDocumentTests
{
    private const string Begin = "<!-- generated from the option classes -->";
    private const string End = "<!-- end -->";

    /// <summary>What a machine would put there instead of the value itself.</summary>
    private static readonly Dictionary<string, string> ComputedDefaults = new()
    {
        ["Worker:StudioSlots"] = "cores − 1, at least 1",
        ["Limits:Enabled"] = "where `Auth:Mode` is `Accounts`",
        ["Limits:WaitingJobs"] = $"{LimitsOptions.WaitingJobsOfStrangers} where `Auth:Mode` is `Accounts`",
        ["Limits:EventStreams"] = $"{LimitsOptions.EventStreamsOfStrangers} where `Auth:Mode` is `Accounts`",
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Set <c>UPDATE_DOCS=1</c> to write the table instead of comparing it.</summary>
    [Fact]
    public async Task The_table_of_settings_is_the_one_the_option_classes_give()
    {
        var path = Repository.File("docs/configuration.md");
        var document = await File.ReadAllTextAsync(path, Cancelled);
        var (from, to) = (document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, document.IndexOf(End, StringComparison.Ordinal));
        var expected = document[..from] + "\n" + Table() + document[to..];
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") await File.WriteAllTextAsync(path, document = expected, Cancelled);

        document.ShouldBe(expected);
    }

    private static string Table()
    {
        var table = new StringBuilder("| key | older name | default | meaning |\n|---|---|---|---|\n");
        Append(table, AuthOptions.Section, new AuthOptions());
        Append(table, AccountsOptions.Section, new AccountsOptions());
        Append(table, ExternalOptions.Section, new ExternalOptions());
        Append(table, MailOptions.Section, new MailOptions());
        Append(table, ApiOptions.Section, new ApiOptions());
        Append(table, LimitsOptions.Section, new LimitsOptions());
        Append(table, ProviderOptions.Section, new ProviderOptions());
        Append(table, BreakerOptions.Section, new BreakerOptions());
        Append(table, RemoteOptions.Section, new RemoteOptions());
        Append(table, CreditOptions.Section, new CreditOptions());
        Append(table, AuditOptions.Section, new AuditOptions());
        Append(table, DispatchOptions.Section, new DispatchOptions());
        Append(table, WorkerOptions.Section, new WorkerOptions());
        Append(table, SweepingOptions.Section, new SweepingOptions());
        Append(table, WebhookOptions.Section, new WebhookOptions());
        Append(table, StorageOptions.Section, new StorageOptions());
        Append(table, WebOptions.Section, new WebOptions());
        Append(table, LocalWallsOptions.Section, new LocalWallsOptions());
        Append(table, ConnectionOptions.Section, new ConnectionOptions());
        return table.ToString();
    }

    private static void Append(StringBuilder table, string section, object options)
    {
        foreach (var property in options.GetType().GetProperties().Where(property => property.SetMethod is not null))
        {
            var key = $"{section}:{property.Name}";
            var value = property.GetValue(options);
            if (value is S3Options nested)
            {
                Append(table, key, nested);
                continue;
            }

            var meaning = property.GetCustomAttribute<DescriptionAttribute>()?.Description;
            meaning.ShouldNotBeNull($"{key} has no [Description].");
            var older = string.Join(", ", PredecessorNames.All.Where(name => name.Key == key).Select(name => $"`{name.Old}`"));
            table.Append(CultureInfo.InvariantCulture, $"| `{key}` | {older} | {Default(key, value)} | {meaning} |\n");
        }
    }

    private static string Default(string key, object? value) =>
        ComputedDefaults.TryGetValue(key, out var computed) ? computed
        : value is null or "" or System.Collections.ICollection { Count: 0 } ? ""
        : $"`{Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace("True", "true").Replace("False", "false")}`";
}
