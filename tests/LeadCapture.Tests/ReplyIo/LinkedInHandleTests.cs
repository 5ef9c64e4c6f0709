using LeadCapture.ReplyIo;

namespace LeadCapture.Tests.ReplyIo;

public class LinkedInHandleTests
{
    [Theory]
    [InlineData("https://www.linkedin.com/in/ann-lee")]
    [InlineData("http://linkedin.com/in/ann-lee/")]
    [InlineData("linkedin.com/in/ann-lee")]
    [InlineData("//www.linkedin.com/in/ann-lee")]
    [InlineData("  HTTPS://WWW.LinkedIn.COM/IN/Ann-Lee  ")]
    [InlineData("https://de.linkedin.com/in/ann-lee")]
    [InlineData("https://m.linkedin.com/in/ann-lee")]
    [InlineData("https://www.linkedin.com/mwlite/in/ann-lee")]
    [InlineData("https://www.linkedin.com/mwlite/profile/in/ann-lee")]
    [InlineData("https://www.linkedin.com/in/ann-lee/de")]
    [InlineData("https://www.linkedin.com/in/ann-lee/overlay/contact-info/")]
    [InlineData("https://www.linkedin.com/in/ann-lee?utm_source=share&utm_medium=member_ios")]
    [InlineData("https://www.linkedin.com/in/ann-lee#experience")]
    [InlineData("https://www.linkedin.com/in/ann-lee&trk=public")]
    [InlineData("https://www.linkedin.com//in//ann-lee")]
    [InlineData("https://www.linkedin.com:443/in/ann-lee")]
    [InlineData("https%3A%2F%2Fwww.linkedin.com%2Fin%2Fann-lee%3Ftrk%3Dx")]
    [InlineData("https://www.linkedin.com/in/%61nn%2Dlee")]
    [InlineData("https://www.linkedin.com/in/ann-lee).")]
    [InlineData("www.linkedin.com/in/@ann-lee")]
    [InlineData("in/ann-lee")]
    [InlineData("/in/ann-lee/")]
    public void Every_spelling_of_an_address_names_the_same_person(string url)
    {
        Assert.Equal("ann-lee", LinkedInHandle.Find(url));
    }

    [Theory]
    [InlineData("https://www.linkedin.com/in/josé-müller")]
    [InlineData("https://fr.linkedin.com/in/JOSÉ-MÜLLER/fr")]
    [InlineData("https://www.linkedin.com/in/jos%C3%A9-m%c3%bcller")]
    [InlineData("https://www.linkedin.com/in/jos%25C3%25A9-m%25C3%25BCller")]
    [InlineData("https://www.linkedin.com/in/jose\u0301-mu\u0308ller")]
    [InlineData("https://www.linkedin.com/in/JOSE%CC%81-MU%CC%88LLER")]
    public void Letters_count_as_they_are_read(string url)
    {
        Assert.Equal("josé-müller", LinkedInHandle.Find(url));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("ann-lee")]
    [InlineData("ann@example.com")]
    [InlineData("https://lnkd.in/dAbC123")]
    [InlineData("https://www.linkedin.com")]
    [InlineData("https://www.linkedin.com/in/")]
    [InlineData("https://www.linkedin.com/in/?x=1")]
    [InlineData("https://www.linkedin.com/company/in")]
    [InlineData("https://www.linkedin.com/company/acme/in/ann")]
    [InlineData("https://www.linkedin.com/sales/lead/ACwAAA,NAME")]
    [InlineData("https://www.linkedin.com/pub/ann-lee/1/2/3")]
    [InlineData("https://example.com/in/ann-lee")]
    [InlineData("https://notlinkedin.com/in/ann-lee")]
    [InlineData("https://www.linkedin.com.example.com/in/ann-lee")]
    [InlineData("https://example.com/?to=linkedin.com/in/ann-lee")]
    [InlineData("https://www.linkedin.com@example.com/in/ann-lee")]
    public void What_names_no_person_has_no_handle(string? url)
    {
        Assert.Null(LinkedInHandle.Find(url));
    }
}
