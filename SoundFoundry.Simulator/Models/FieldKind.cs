namespace SoundFoundry.Simulator.Models;

internal enum FieldKind
{
    Text,
    Integer,
    Number,
    Flag,
    Object,
}
