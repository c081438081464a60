using System.Reflection;
using SoundFoundry.Api.Audit;
using SoundFoundry.Tests.Web.Create;
using SoundFoundry.Web.Operate;
using SoundFoundry.Web.Operate.Audit;

namespace SoundFoundry.Tests.Web.Operate;

public sealed class AuditWordsTests
{
    public static TheoryData<string> All =>
        [.. typeof(Acts).GetFields(BindingFlags.Public | BindingFlags.Static).Select(act => (string)act.GetRawConstantValue()!)];

    [Theory, MemberData(nameof(All))]
    public void Each_act_that_is_written_down_has_words_and_can_be_looked_for(string act)
    {
        var words = ALanguage.Of<Words>();
        var noun = act.Split('.')[0];

        AuditWords.Act(act, words).ShouldNotBe(act);
        AuditWords.Nouns.ShouldContain(noun);
        AuditWords.Noun(noun, words).ShouldNotBe(noun);
    }
}
