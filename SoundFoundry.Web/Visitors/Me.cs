namespace SoundFoundry.Web.Visitors;

/// <summary>Who a session belongs to, as Api says.</summary>
internal sealed record Me(long Id, string Name, string? Email, bool HasPassword, string Role);
