namespace Readout.Tests.Pages;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("en", "The foreign ministers said on Tuesday that they would not return to the talks until the sanctions were lifted.")]
    [InlineData("de", "Die Außenminister sagten am Dienstag, dass sie erst nach dem Ende der Sanktionen an den Verhandlungstisch zurückkehren.")]
    [InlineData("fr", "Les ministres des Affaires étrangères ont déclaré mardi qu'ils ne reviendraient pas à la table des négociations.")]
    [InlineData("es", "Los ministros de Exteriores dijeron el martes que no volverían a las negociaciones hasta que se levantaran las sanciones.")]
    [InlineData("pt", "Os ministros disseram na terça-feira que não voltarão às negociações até que as sanções sejam levantadas.")]
    [InlineData("it", "I ministri degli Esteri hanno detto martedì che non torneranno ai negoziati finché le sanzioni non saranno revocate.")]
    [InlineData("nl", "De ministers van Buitenlandse Zaken zeiden dinsdag dat ze pas na het einde van de sancties terugkeren naar de onderhandelingen.")]
    [InlineData("pl", "Ministrowie spraw zagranicznych powiedzieli we wtorek, że nie wrócą do rozmów, dopóki sankcje nie zostaną zniesione.")]
    [InlineData("tr", "Dışişleri bakanları salı günü yaptırımlar kaldırılana kadar görüşmelere dönmeyeceklerini söyledi.")]
    [InlineData("vi", "Các bộ trưởng ngoại giao hôm thứ Ba cho biết họ sẽ không quay lại đàm phán cho đến khi lệnh trừng phạt được dỡ bỏ.")]
    [InlineData("id", "Para menteri luar negeri mengatakan pada hari Selasa bahwa mereka tidak akan kembali ke perundingan.")]
    [InlineData("ru", "Министры иностранных дел заявили во вторник, что не вернутся к переговорам до отмены санкций.")]
    [InlineData("uk", "Міністри закордонних справ заявили у вівторок, що не повернуться до переговорів до скасування санкцій.")]
    [InlineData("ar", "قال وزراء الخارجية يوم الثلاثاء إنهم لن يعودوا إلى المحادثات حتى ترفع العقوبات عن البلاد.")]
    [InlineData("fa", "وزیران امور خارجه روز سه‌شنبه گفتند که تا زمان لغو تحریم‌ها به میز مذاکره باز نخواهند گشت.")]
    [InlineData("ko", "외무장관들은 화요일 제재가 해제될 때까지 회담에 복귀하지 않겠다고 말했다.")]
    [InlineData("ja", "外相らは火曜日、制裁が解除されるまで協議に戻らないと述べた。")]
    [InlineData("zh", "外长们周二表示，在制裁解除之前不会重返谈判桌。")]
    [InlineData("und", "12345 6789")]
    public void The_language_is_told(string language, string text) => Assert.Equal(language, Extraction.Of(text).Language);

    [Theory]
    [InlineData("en", "Anthony Blinken met South Korean President Moon Jae in Seoul.")]
    [InlineData("en", "Emmanuel Macron called Recep Tayyip Erdogan.")]
    [InlineData("en", "Taliban spokesperson Zabiullah Mujahid claimed 190 were dead.")]
    [InlineData("en", "We demand his immediate release.")]
    [InlineData("en", "Fumio Kishida and Yoon Suk Yeol spoke.")]
    [InlineData("de", "Putin besuchte gestern die Kanzlerin und sprach mit ihr.")]
    [InlineData("fr", "Emmanuel Macron a reçu la présidente à Paris pour des entretiens.")]
    [InlineData("es", "El presidente Petro viajó a Lima con su ministro.")]
    [InlineData("it", "Il presidente Meloni ha incontrato Macron a Parigi.")]
    [InlineData("nl", "De premier sprak met de president in Den Haag.")]
    [InlineData("tr", "Cumhurbaşkanı Erdoğan Ankara'da Putin ile görüştü.")]
    public void Names_in_a_sentence_do_not_tell_its_language(string language, string text) => Assert.Equal(language, Extraction.Of(text).Language);

    [Theory]
    [InlineData("Kim Jong Un, Xi Jinping, Trump", true)]
    [InlineData("The two leaders met in Hanoi.", false)]
    public void Where_nothing_tells_the_language_it_is_read_as_English_and_said_so(string text, bool isUnsure) =>
        Assert.Equal(isUnsure, Extraction.Of(text).Doubts.Any(d => d.Code == "language-unsure"));
}
