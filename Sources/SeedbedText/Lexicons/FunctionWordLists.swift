/// The lists behind `FunctionWords`, in the order of grammar: articles, pronouns, small verbs,
/// prepositions, conjunctions, adverbs of the closed class.
enum FunctionWordLists {
  static let english = """
    a an the this that these those each every some any no none all both either neither such
    i you he she it we they me him her us them my your his its our their mine yours hers ours
    theirs myself yourself himself herself itself ourselves themselves
    who whom whose which what when where why how
    am is are was were be been being do does did doing done have has had having
    can could will would shall should may might must ought cannot
    of in on at by for with about against between into through during before after above below to
    from up down out off over under since until upon within without toward towards via per
    and or but nor so yet if because although though while than as unless whether
    not never very too also just only then there here again once more most much many few less
    other another same own else ever now
    """

  static let spanish = """
    el la los las un una unos unas lo al del este esta estos estas ese esa esos esas esto eso
    aquel aquella aquellos aquellas yo tú tu él ella ello nosotros vosotros ellos ellas usted
    ustedes me te se nos os le les mi mis tus su sus nuestro nuestra nuestros nuestras mío mía
    suyo suya que qué quien quién cual cuál cuales cuando cuándo donde dónde como cómo cuanto
    cuánto cuántos es son era eran fue fueron ser sido soy eres somos está están estoy estamos
    estaba estar hay había ha han he has hemos haber tengo tiene tienen tener puedo puede pueden
    poder quiero hacer hace a ante bajo con contra de desde durante en entre hacia hasta para por
    según sin sobre tras y e o u pero sino ni si sí aunque porque pues mientras no nunca también
    tampoco muy más menos ya aún todavía así aquí ahí allí ahora siempre todo toda todos todas
    otro otra otros otras mucho mucha muchos muchas poco algo alguien nada nadie algún alguna
    cada mismo misma
    """

  static let french = """
    le la les un une des du de au aux ce cet cette ces je tu il elle on nous vous ils elles me te
    se lui leur leurs moi toi soi eux mon ma mes ton ta tes son sa ses notre nos votre vos qui que
    quoi dont où quel quelle quels quelles quand comment pourquoi combien est sont était étaient
    être été suis es sommes êtes ai as a avons avez ont avait avoir eu fait faire peut peux
    pouvez veux voudrais dois doit c'est j'ai n'est d'un d'une qu'il l'on s'il à dans en par pour
    sur sous avec sans vers chez entre depuis pendant contre avant après et ou mais donc or ni car
    si comme parce lorsque puisque ne pas plus jamais rien aucun aucune personne très trop aussi
    bien encore déjà toujours ici là maintenant alors tout toute tous toutes autre autres même
    mêmes chaque quelque quelques plusieurs peu beaucoup y
    """

  static let german = """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem dieser diese
    dieses diesen diesem jeder jede jedes ich du er sie es wir ihr mich dich ihn uns euch mir dir
    ihm ihnen sich mein meine meinen meinem meiner dein deine sein seine seinen ihre ihren ihrem
    unser unsere wer wen wem was welche welcher welches wann wo warum wie wohin woher bin bist ist
    sind seid war waren gewesen habe hast hat haben hatte hatten werde wird werden wurde wurden
    worden kann kannst können konnte muss müssen soll sollte will wollen möchte darf in im an am
    auf aus bei beim bis durch für gegen mit nach ohne seit über um unter von vom vor zu zum zur
    zwischen wegen und oder aber denn sondern als wenn weil dass ob obwohl damit nicht nichts nie
    niemals auch noch nur schon sehr so mehr viel viele wenig doch mal hier da dort jetzt immer
    wieder alle alles man etwas jemand niemand andere anderen
    """

  static let portuguese = """
    o a os as um uma uns umas do da dos das no na nos nas ao à aos às pelo pela este esta estes
    estas esse essa isso isto aquele aquela aquilo eu tu ele ela nós vós eles elas você vocês me
    te se lhe lhes meu minha meus minhas teu tua seu sua seus suas nosso nossa que quem qual quais
    quando onde como quanto é são era eram foi foram ser sido sou somos está estão estou estava
    estar há ter tem têm tenho tinha havia posso pode podem poder quero fazer faz vai vou de em
    com por para sem sob sobre até desde entre contra após e ou mas nem se porque pois embora
    enquanto não nunca também muito muita muitos mais menos já ainda assim aqui ali lá agora
    sempre todo toda todos todas tudo outro outra outros nada ninguém algum alguma alguém cada
    mesmo mesma bem só
    """

  static let italian = """
    il lo la i gli le un uno una del dello della dei degli delle al allo alla ai agli alle dal
    dalla dai nel nella nei nelle sul sulla sui questo questa questi queste quello quella quelli
    quelle io tu lui lei noi voi loro mi ti si ci vi ne me te mio mia miei mie tuo tua suo sua
    suoi nostro nostra vostro che chi cui quale quali quando dove come quanto perché è sono era
    erano sei siamo siete essere stato stata fu ho hai ha abbiamo avete hanno avere aveva avevo
    può posso possono voglio vuole devo deve fare fa sta sto c'è l'ho di a da in con su per tra
    fra senza sotto sopra verso dopo prima durante contro e ed o od ma però se anche non mai più
    meno molto molta molti poco già ancora così qui qua lì là ora adesso sempre tutto tutta tutti
    tutte altro altra altri altre ogni nulla niente nessuno qualche qualcosa qualcuno stesso
    stessa
    """
}
