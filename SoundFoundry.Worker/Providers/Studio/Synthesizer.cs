using SoundFoundry.Worker.Providers.Studio.Mastering;
using SoundFoundry.Worker.Providers.Studio.Synthesis;

namespace SoundFoundry.Worker.Providers.Studio;

/// <summary>From notes to sound, on the calling thread.</summary>
internal static class Synthesizer
{
    private const double MixShare = 0.9;
    private const int ReportEveryBlocks = 32;

    /// <summary>Renders 44.1 kHz 16-bit stereo WAV at -14 LUFS with true peaks below -1 dBTP.</summary>
    /// <param name="wav">Written from its position on, never sought, left open.</param>
    /// <param name="progress">0 to 1, rising; 1 comes last.</param>
    /// <remarks>The same composition gives the same bytes on the same build and machine.</remarks>
    public static void Render(Composition composition, Stream wav, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var frames = (int)Math.Round(composition.DurationSeconds * Audio.SampleRate);
        var blocks = (frames + Audio.BlockFrames - 1) / Audio.BlockFrames;
        var premaster = new Premaster(blocks);
        var levels = new LevelTrack(blocks);
        var desk = new Desk(composition);
        var ringOut = RingOut.For(composition, frames);
        for (var block = 0; block < blocks; block++)
        {
            if (block % ReportEveryBlocks == 0) Report(progress, MixShare * block / blocks, cancellationToken);
            desk.Render((long)block * Audio.BlockFrames);
            ringOut.Apply(desk.Mix, block * Audio.BlockFrames);
            levels.Measure(block, desk.Mix);
            premaster.Write(block, desk.Mix);
        }

        WriteMaster(new Master(premaster, GainCurve.Plan(levels)), wav, frames, progress, cancellationToken);
    }

    private static void WriteMaster(Master master, Stream wav, int frames, IProgress<double> progress, CancellationToken cancellationToken)
    {
        WaveWriter.WriteHeader(wav, frames);
        for (var start = 0; start < frames; start += Audio.BlockFrames)
        {
            var block = start / Audio.BlockFrames;
            if (block % ReportEveryBlocks == 0) Report(progress, MixShare + ((1 - MixShare) * start / frames), cancellationToken);
            WaveWriter.WriteSamples(wav, master.Block(block)[..(2 * Math.Min(Audio.BlockFrames, frames - start))]);
        }

        progress.Report(1.0);
    }

    private static void Report(IProgress<double> progress, double share, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        progress.Report(share);
    }
}
