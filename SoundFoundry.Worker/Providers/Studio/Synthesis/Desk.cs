namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>The mixing desk: channels, echo and reverb into one stereo sum, block by block.</summary>
internal sealed class Desk
{
    private readonly Channel[] _channels;
    private readonly Ducking _ducking;
    private readonly Reverb _reverb;
    private readonly PingPong _echo;
    private readonly VinylDust? _dust;
    private readonly StereoBlock _toReverb = new();
    private readonly StereoBlock _toEcho = new();
    private readonly StereoBlock _return = new();

    public Desk(Composition composition)
    {
        var style = composition.Style;
        _channels = [.. composition.Parts.Select(part => new Channel(part, composition))];
        _ducking = Ducking.For(composition);
        _reverb = new Reverb(0.9f + (0.034f * style.Space), 0.75f - (style.Brightness / 250f));
        var echoTicks = style.Metre.PulseTicks * 3 / 4;
        _echo = new PingPong((int)composition.Tempo.Frame(echoTicks, Audio.SampleRate), 0.42f);
        if (style.Dust) _dust = new VinylDust();
    }

    public StereoBlock Mix { get; } = new();

    public void Render(long blockStart)
    {
        Mix.Clear();
        _toReverb.Clear();
        _toEcho.Clear();
        _ducking.Advance(blockStart);
        foreach (var channel in _channels) Sum(channel, blockStart);

        _echo.Process(_toEcho, _return);
        Mix.Add(_return, 0.8f);
        _toReverb.Add(_return, 0.3f);
        _reverb.Process(_toReverb, _return);
        Mix.Add(_return, 0.5f);
        _dust?.Process(Mix);
    }

    private void Sum(Channel channel, long blockStart)
    {
        var strip = channel.Strip;
        channel.Render(blockStart);
        if (strip.Pump > 0f) _ducking.Apply(channel.Bus, strip.Pump);
        StereoBlock.AddScaled(Mix.Left, channel.Bus.Left, strip.Gain * MathF.Min(1f, 1f - strip.Pan));
        StereoBlock.AddScaled(Mix.Right, channel.Bus.Right, strip.Gain * MathF.Min(1f, 1f + strip.Pan));
        _toReverb.Add(channel.Bus, strip.Gain * strip.Reverb);
        _toEcho.Add(channel.Bus, strip.Gain * strip.Echo);
    }
}
