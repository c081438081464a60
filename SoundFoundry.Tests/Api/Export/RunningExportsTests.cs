using SoundFoundry.Api.Export;

namespace SoundFoundry.Tests.Api.Export;

public sealed class RunningExportsTests
{
    [Fact]
    public void Each_user_has_one_export_at_a_time()
    {
        var exports = new RunningExports();

        using var first = exports.Begin(1);
        using var other = exports.Begin(2);

        first.ShouldNotBeNull();
        other.ShouldNotBeNull();
        exports.Begin(1).ShouldBeNull();
        first.Dispose();
        exports.Begin(1).ShouldNotBeNull().Dispose();
    }
}
