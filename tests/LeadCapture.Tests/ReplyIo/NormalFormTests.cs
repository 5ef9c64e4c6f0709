using LeadCapture.ReplyIo;

namespace LeadCapture.Tests.ReplyIo;

public class NormalFormTests
{
    [Theory]
    [InlineData("Jose\u0301", "José")]
    [InlineData("Lo\u0302\u0323", "L\u1ED9")]
    [InlineData("Lo\u0323\u0302", "L\u1ED9")]
    [InlineData("L\u1ECD\u0302", "L\u1ED9")]
    [InlineData("i\u0306\u0438\u0306", "ĭй")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글")]
    [InlineData("\uD558\u11AB", "한")]
    [InlineData("\u212B\u2126\u212A", "ÅΩK")]
    [InlineData("\u0915\u093C \u0958", "\u0915\u093C \u0915\u093C")]
    [InlineData("\U0002F800 \uF900", "\u4E3D \u8C48")]
    [InlineData("\U00011131\U00011127", "\U0001112E")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\u0301a", "\u0301a")]
    [InlineData("a\u0315\u0301", "á\u0315")]
    [InlineData("\uD800e\u0301\uDC00", "\uD800é\uDC00")]
    [InlineData("👩‍👩‍👧 والي Ñandú 用户", "👩‍👩‍👧 والي Ñandú 用户")]
    [InlineData("", "")]
    public void A_text_has_one_form_however_it_was_typed(string typed, string composed)
    {
        Assert.Equal(composed, NormalForm.Compose(typed));
        Assert.Equal(composed, NormalForm.Compose(composed));
    }
}
