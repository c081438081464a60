namespace SoundFoundry.Tests.Core.Storage;

/// <summary>Does something, once, when a number of bytes were read.</summary>
internal sealed class InterruptedStream(long length, long at, Action interrupt) : PatternStream(length)
{
    private bool _interrupted;

    public override int Read(Span<byte> buffer)
    {
        if (!_interrupted && Given >= at)
        {
            _interrupted = true;
            interrupt();
        }

        return base.Read(buffer);
    }
}
