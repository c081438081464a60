namespace SoundFoundry.Web.SignIn;

/// <summary>Names the texts of the pages of those who are not signed in yet.</summary>
internal sealed class Words;
