namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>White noise between -1 and 1 from a xorshift register.</summary>
internal struct Noise(uint seed)
{
    private uint _state = (seed * 2654435761u) | 1u;

    public float Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)_state * (1f / 2147483648f);
    }
}
