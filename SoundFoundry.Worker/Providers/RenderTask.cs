using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Worker.Leases;
using SoundFoundry.Worker.Renders;

namespace SoundFoundry.Worker.Providers;

/// <summary>One attempt's work.</summary>
/// <param name="Attempt">As it stood when this worker took it up: new, or begun by another worker and to be continued.</param>
/// <param name="Path">Where the audio goes.</param>
internal sealed record RenderTask(
    JobLease Lease, Attempt Attempt, MusicModel Model, RenderRequest Request, string Path, ProgressPump Progress);
