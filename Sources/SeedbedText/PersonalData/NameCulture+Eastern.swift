extension NameCulture {
  static let nordic = NameCulture(
    name: "nordic",
    female: """
      Anna Eva Maria Karin Kristina Lena Kerstin Ingrid Birgitta Marie Elisabeth Emma Elsa Astrid
      Ebba Freja Linnea Sigrid Solveig Inger Liv Kari Anne Ingeborg Hanne Mette Kirsten Karen Hedvig
      Signe Maja Frida Ida Thea Nora Tuva Katrine Laila Lóa Guðrún Sigríður Helga Elínborg Margrét
      Björk Auður Hildur Ragnheiður Magda Charlotte Camilla Gunilla Ulla Pernille Line Trine Johanne
      """,
    male: """
      Lars Erik Karl Anders Per Johan Nils Lennart Hans Gunnar Sven Bengt Bo Åke Göran Olof Fredrik
      Henrik Magnus Mikael Björn Oskar Axel Viggo Jens Peter Niels Jørgen Søren Ole Knud Mads Rasmus
      Mikkel Kristian Thomas Bjørn Odd Kjell Arne Knut Tor Svein Leif Harald Olav Sigurd Håkon Mathias
      Christoffer Edvard Jónás Halldór Ólafur Jón Sigurður Guðmundur Gunnar Einar Vilhjálmur Stefán
      Ragnar Þór Kasper Emil Aksel Torbjørn Morten Carl
      """,
    surnames: """
      Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson
      Pettersson Jonsson Jansson Hansson Bengtsson Lindberg Lindström Lindqvist Lindgren Berg
      Bergström Lundberg Lund Nyström Holm Sandström Lundgren Lundström Berglund Hansen Johansen Olsen
      Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Nielsen
      Christensen Sørensen Rasmussen Jørgensen Madsen Mortensen Poulsen Møller Haugen Hagen Dahl
      Ruud Vik Arntsen Holst Steffensen Jónsson Guðmundsdóttir Sigurðsson Ólafsdóttir Bergqvist
      """
  )

  static let polish = NameCulture(
    name: "polish",
    female: """
      Anna Maria Katarzyna Małgorzata Agnieszka Barbara Ewa Krystyna Elżbieta Magdalena Joanna
      Zofia Aleksandra Monika Teresa Danuta Natalia Julia Karolina Marta Beata Dorota Halina Jadwiga
      Alicja Aniela Wanda Grażyna Irena Iwona Justyna Paulina Hanna Weronika Donka
      """,
    male: """
      Andrzej Piotr Krzysztof Stanisław Tomasz Paweł Józef Marcin Marek Michał Grzegorz Jerzy
      Tadeusz Adam Łukasz Zbigniew Ryszard Dariusz Henryk Mariusz Kazimierz Wojciech Robert Mateusz
      Rafał Jacek Janusz Mirosław Maciej Sławomir Jarosław Kamil Wiesław Eustachy Juliusz Bogdan
      Zygmunt Czesław Lech Bartosz Szymon Jakub Wincenty
      """,
    surnames: """
      Nowak Kowalski Kowalska Wiśniewski Wiśniewska Wójcik Kowalczyk Kamiński Kamińska Lewandowski
      Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Kwiatkowski Wojciechowski
      Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński
      Wróbel Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Górski Gorski Sikora
      """
  )

  static let czech = NameCulture(
    name: "czech",
    female: """
      Jana Eva Hana Věra Lenka Alena Kateřina Petra Lucie Jaroslava Ludmila Helena Jitka Martina
      Zdeňka Veronika Michaela Jarmila Ivana Monika Tereza Zuzana Růžena Iva Božena Dana Markéta Vlasta
      """,
    male: """
      Jiří Jan Petr Josef Pavel Jaroslav Martin Tomáš Miroslav František Zdeněk Václav Michal Karel
      Milan Vladimír Lukáš David Ladislav Jakub Ondřej Radek Stanislav Roman Vojtěch Dušan Bohumil
      """,
    surnames: """
      Novák Nováková Svoboda Svobodová Novotný Novotná Dvořák Dvořáková Černý Černá Procházka Kučera
      Veselý Horák Němec Pokorný Marek Pospíšil Hájek Král Jelínek Růžička Beneš Fiala Sedláček
      Zeman Kolář Navrátil Čermák Urban Vaněk Blažek Kratochvíl Kovář Bartoš Vlček Polák Musil Šimek
      """
  )

  static let balkan = NameCulture(
    name: "balkan",
    female: """
      Ana Marija Ivana Katarina Jelena Milica Dragana Snežana Mirjana Anđa Nada Vesna Jovana Tijana
      Lejla Amina Polona Maja Nataša Mojca Irena Elena Ioana Andreea Alexandra Mihaela Gergana Desislava
      """,
    male: """
      Marko Nikola Stefan Luka Ivan Milan Dragan Zoran Goran Dejan Vladimir Petar Jovan Aleksandar
      Miroslav Slobodan Mehrudin Emir Tarik Ante Josip Tomislav Matej Janez Andrej Andrei Ion Mihai
      Bogdan Radu Georgi Dimitar Krasimir Nenad Djevad
      """,
    surnames: """
      Horvat Kovačević Babić Marić Jurić Novak Kovačić Knežević Vuković Marković Petrović Nikolić
      Jovanović Ilić Pavlović Popović Stanković Tomić Lukić Đorđević Kovač Zupančič Krajnc Popescu
      Ionescu Popa Radu Dumitru Stoica Ivanov Georgiev Dimitrov Petrov Rankovic Lamovec Hoxha
      """
  )

  static let russian = NameCulture(
    name: "russian",
    female: """
      Anastasia Ekaterina Natalia Olga Irina Svetlana Tatiana Yulia Elena Maria Galina Ludmila Nina
      Valentina Marina Larisa Vera Oksana Ksenia Daria Polina Alina Victoria Evgenia Lyubov Nadezhda
      Faina Raisa Zoya Asya Vanessa Kseniya Анна Мария Елена Ольга Наталья Ирина Светлана Татьяна Юлия
      Екатерина Анастасия Дарья Полина Ксения Марина Галина Людмила Вера Надежда
      """,
    male: """
      Alexander Sergei Sergey Dmitri Dmitry Andrei Andrey Alexei Alexey Maxim Ivan Mikhail Nikolai
      Vladimir Yuri Evgeny Pavel Oleg Viktor Igor Anatoly Boris Konstantin Denis Roman Kirill Ilya
      Artem Stanislav Vadim Ruslan Timur Ravil Bulat Gennady Leonid Gleb Fyodor Александр Сергей
      Дмитрий Андрей Алексей Максим Иван Михаил Николай Владимир Юрий Евгений Павел Олег Виктор Игорь
      """,
    surnames: """
      Ivanov Ivanova Smirnov Smirnova Kuznetsov Kuznetsova Popov Popova Vasiliev Petrov Petrova Sokolov
      Sokolova Mikhailov Novikov Novikova Fedorov Morozov Morozova Volkov Volkova Alekseev Lebedev
      Semenov Egorov Pavlov Kozlov Kozlova Stepanov Nikolaev Orlov Orlova Andreev Makarov Nikitin
      Zakharov Zaitsev Solovyov Borisov Yakovlev Grigoriev Romanov Vorobyov Abramovich Shevchenko
      Bondarenko Tkachenko Иванов Иванова Смирнов Смирнова Кузнецов Кузнецова Попов Попова Соколов
      Петров Петрова Волков Волкова Морозов Морозова Новиков Новикова Козлов Козлова Орлов Орлова
      """
  )

  static let hungarian = NameCulture(
    name: "hungarian",
    female: """
      Mária Erzsébet Katalin Ilona Éva Anna Zsuzsanna Margit Judit Ágnes Julianna Andrea Ildikó Erika
      Krisztina Irén Eszter Mónika Edit Gabriella Szilvia Anita Zsófia Réka Janka Irenke Mercédesz Piroska
      """,
    male: """
      László István József János Zoltán Sándor Gábor Ferenc Attila Péter Tamás Zsolt Tibor András Csaba
      Imre Lajos György Balázs Gyula Mihály Károly Róbert Béla Dániel Ádám Krisztián Bence Máté Csanád
      Koppány Ubul Levente Adony Kristóf
      """,
    surnames: """
      Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Farkas Balogh Papp Takács Juhász Lakatos
      Mészáros Oláh Simon Rácz Fekete Szilágyi Török Fehér Balázs Gál Szűcs Kocsis Orsós Pintér Fodor
      Szász Király Halász Szalai Lukács Bíró Katona Gere
      """
  )

  static let finnish = NameCulture(
    name: "finnish",
    female: """
      Anneli Helena Kaarina Marjatta Johanna Hannele Kristiina Liisa Leena Elina Tuulikki Sofia Päivi
      Aino Anja Marjo Kaija Ritva Pirkko Tuula Sari Minna Sanna Katja Riikka Venla Aada Liisi Marika
      """,
    male: """
      Juhani Johannes Olavi Antero Tapani Kalevi Tapio Matti Mikael Petteri Ilmari Sakari Matias Antti
      Juha Jari Markku Mika Hannu Seppo Kari Pekka Timo Jukka Heikki Eino Onni Eero Veikko Aleksi Joonas
      """,
    surnames: """
      Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen
      Lehtinen Saarinen Salminen Heinonen Niemi Salonen Tuominen Laaksonen Karjalainen Jokinen Mattila
      Savolainen Ahonen Honkasalo Lepistö Hiltunen Tamm Saar Mägi Kask Ozols Bērziņš Kazlauskas
      """
  )

  static let greek = NameCulture(
    name: "greek",
    female: """
      Eleni Katerina Vasiliki Sofia Georgia Dimitra Ioanna Konstantina Paraskevi Anastasia Despina
      Μαρία Ελένη Αικατερίνη Βασιλική Σοφία Αγγελική Γεωργία Δήμητρα Ιωάννα Κωνσταντίνα
      """,
    male: """
      Giorgos Dimitris Konstantinos Nikos Christos Panagiotis Vasilis Thanasis Yannis Kostas Spyros
      Stavros Γεώργιος Ιωάννης Κωνσταντίνος Δημήτριος Νικόλαος Παναγιώτης Βασίλειος Χρήστος Αθανάσιος
      """,
    surnames: """
      Papadopoulos Papadopoulou Vlachos Angelopoulos Nikolaidis Georgiou Pappas Karagiannis Makris
      Antoniou Ioannou Oikonomou Παπαδόπουλος Παπαδοπούλου Γεωργίου Νικολάου Ιωάννου Αντωνίου Βλάχος
      """
  )

  static let turkish = NameCulture(
    name: "turkish",
    female:
      "Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Zehra Sultan Hanife Merve Esra Özlem Selin",
    male:
      "Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim Murat Osman Yusuf Emre Burak Kemal Serkan",
    surnames: """
      Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan
      Çetin Kara Koç Kurt Özkan Şimşek
      """
  )

  static let arabic = NameCulture(
    name: "arabic",
    female:
      "Fatima Aisha Khadija Zainab Maryam Amina Layla Leila Noor Huda Samira Yasmin Salma Rania Hala",
    male: """
      Mohammed Muhammad Ahmed Ali Omar Hassan Hussein Ibrahim Khalid Youssef Mahmoud Abdullah Mustafa
      Karim Tariq Samir Bilal Hamza Nasser Faisal Rashid Jamal Walid
      """,
    surnames: """
      Hassan Hussein Abdullah Rahman Khalil Haddad Mansour Khoury Saleh Nasser Farouk Aziz Hamdan
      Saeed Qureshi Malik Ben_Ali El_Sayed Al_Farsi
      """
  )

  static let indian = NameCulture(
    name: "indian",
    female: """
      Priya Anjali Pooja Neha Sunita Anita Kavita Deepika Aishwarya Lakshmi Meera Divya Shreya Ananya
      Sneha Ritu Swati Nisha Rekha Radha Sita Geeta Padma Kiran
      """,
    male: """
      Rahul Amit Raj Rajesh Sanjay Vijay Anil Sunil Ravi Arjun Vikram Rohit Suresh Ramesh Manoj Ashok
      Deepak Arun Krishna Ganesh Prakash Nikhil Aditya Karan Vivek Mohan Sachin
      """,
    surnames: """
      Sharma Verma Gupta Singh Kumar Patel Reddy Rao Iyer Nair Mehta Shah Joshi Desai Chopra Kapoor
      Malhotra Agarwal Banerjee Mukherjee Chatterjee Das Bose Sen Pillai Menon Khan Begum Perera
      """
  )

  static let chinese = NameCulture(
    name: "chinese",
    female: "Mei Xiu Ying Fang Yan Juan Hui Xia Lan Hua Qing Xue Yun Jing Na 秀英 丽 敏 静 芳 娜",
    male: "Wei Jun Ming Lei Qiang Hao Bo Tao Chao Peng Jian Feng Gang Bin Yong 伟 强 磊 军 洋 勇 杰",
    surnames: """
      Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo Lin Luo Zheng Liang Xie Tang
      Nguyen Tran Pham Kim Park Choi Jung Kang Cho 王 李 张 刘 陈 杨 黄 赵 吴 周
      """
  )

  static let japanese = NameCulture(
    name: "japanese",
    female: """
      Yuki Sakura Yui Aoi Hina Haruka Misaki Keiko Yoko Akiko Kumiko Tomomi Naoko Megumi Izumi Ayumi
      Emi Mariko Michiko 花子 陽子 恵子 裕子
      """,
    male: """
      Hiroshi Takashi Kenji Satoshi Makoto Akira Haruto Sota Yuto Kazuki Daiki Taro Ichiro Shinji Kenta
      Masashi Mashuu Naoki 太郎 一郎 健一 誠
      """,
    surnames: """
      Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki
      Yamaguchi Matsumoto Inoue Kimura Hayashi Shimizu Saito Mori Ikeda Hashimoto Nishiyama Iwase
      佐藤 鈴木 高橋 田中 渡辺 伊藤
      """
  )

  static let african = NameCulture(
    name: "african",
    female:
      "Amara Ngozi Chioma Adaeze Folake Zainab Wanjiru Achieng Nomvula Thandiwe Lerato Abena Akosua Makena",
    male:
      "Kwame Kofi Chinedu Emeka Olumide Tunde Sipho Thabo Jabari Kamau Otieno Mandla Themba Babajide",
    surnames: """
      Okafor Okonkwo Adeyemi Adebayo Balogun Eze Mensah Owusu Boateng Asante Mwangi Kamau Otieno Ochieng
      Njoroge Dlamini Nkosi Ndlovu Khumalo Mokoena Moyo Diallo Traoré Keita Tesfaye Bekele
      """
  )
}
