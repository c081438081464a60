using SoundFoundry.Tests.Servers;
using SoundFoundry.Worker.Renders;

namespace SoundFoundry.Tests.Worker.Renders;

[Collection(nameof(Alone))]
public sealed class WorkspaceFolderTests
{
    [Fact]
    public void What_a_dead_worker_left_on_the_machine_is_removed_and_a_living_ones_stays()
    {
        var dead = Directory.CreateTempSubdirectory("soundfoundry-worker-").FullName;
        File.WriteAllText(Path.Combine(dead, ".lock"), "");
        File.WriteAllText(Path.Combine(dead, "half a song"), "la");
        var living = Directory.CreateTempSubdirectory("soundfoundry-worker-").FullName;
        using var held = new FileStream(Path.Combine(living, ".lock"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        using var own = new Workspace();
        File.WriteAllText(own.Path, "la");

        WorkspaceFolder.RemoveAbandoned();

        Directory.Exists(dead).ShouldBeFalse();
        Directory.Exists(living).ShouldBeTrue();
        File.Exists(own.Path).ShouldBeTrue();
        held.Dispose();
        Directory.Delete(living, recursive: true);
    }

    [Fact]
    public void A_workspace_is_there_even_after_its_folder_was_cleared_away()
    {
        Directory.Delete(WorkspaceFolder.OfThisProcess(), recursive: true);

        using var workspace = new Workspace();

        File.WriteAllText(workspace.Path, "la");
    }
}
