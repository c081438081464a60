using System.Runtime.Versioning;

// Signals, sessions and file modes are Unix's; on Windows the system runs under Aspire.
[assembly: UnsupportedOSPlatform("windows")]
