using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.Security;

/// <summary>The part of <c>eng/check.sh</c> that needs nothing from outside.</summary>
public sealed class LicenceCheckTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("soundfoundry-licences-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("MIT")]
    [InlineData("(MIT OR GPL-3.0-only)")]
    [InlineData("BSD-3-Clause AND Apache-2.0")]
    public async Task A_licence_we_can_pass_on_is_let_through(string licence) =>
        (await CheckAsync(licence)).ShouldContain("1 packages, 0 with a licence");

    [Theory]
    [InlineData("AGPL-3.0-only")]
    [InlineData("MIT AND GPL-2.0-only")]
    [InlineData("SEE LICENSE IN EULA.txt")]
    [InlineData(null)]
    public async Task Another_licence_or_none_fails_the_check_with_the_package_s_name(string? licence) =>
        (await Should.ThrowAsync<InvalidOperationException>(CheckAsync(licence))).Message.ShouldContain("planted 1.2.3");

    [Fact]
    public async Task Nothing_to_read_is_not_taken_for_nothing_wrong() =>
        (await Should.ThrowAsync<InvalidOperationException>(RunAsync())).Message.ShouldContain("no licence was read");

    private async Task<string> CheckAsync(string? licence)
    {
        var named = licence is null ? "" : $""", "license": "{licence}" """;
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "package-lock.json"),
            $$"""{ "packages": { "": { "name": "root" }, "node_modules/planted": { "version": "1.2.3"{{named}} } } }""",
            TestContext.Current.CancellationToken);
        return await RunAsync();
    }

    private Task<string> RunAsync() => ServerProcess.RunAsync(
        [Programs.Find("node"), Repository.File("eng/check/licences.mjs"), _folder.FullName], null, TestContext.Current.CancellationToken);
}
